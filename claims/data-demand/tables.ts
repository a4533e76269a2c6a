/** The table of the talk with numbers in it, and the learning curves as tables. */
import { predictedAcceptance } from '../../src/statistics/predicted-acceptance.ts';
import { combinedText, mean } from '../analysis/seeds.ts';
import type { Table } from '../target.ts';
import { type CurvePoint, demandOf, demandText, lastOf, type Outcome } from './outcome.ts';
import { allSamples, type Plan, WANTED } from './plan.ts';

export function tablesOf(curves: Outcome, plan: Plan): Table[] {
  const rows = (text: (point: CurvePoint) => string) => curveRows(curves, allSamples(plan), text);
  return [
    { title: 'The table of the talk, with numbers', rows: talkRows(curves) },
    {
      title: 'Mean squared error of β(F − E), unseen samples, by configurations',
      rows: rows(({ error }) => combinedText(error)),
    },
    {
      title: 'Acceptance of decorrelated proposals, by configurations',
      rows: rows(({ acceptance }) => combinedText(acceptance)),
    },
    {
      title: 'Processor seconds of the fits, all starts together, by configurations',
      rows: rows(({ seeds }) => mean(seeds.map(({ seconds }) => seconds)).toPrecision(2)),
    },
  ];
}

function talkRows(curves: Outcome): string[][] {
  const head = [
    ...['model', 'parameters', 'equivariant', 'correlations', `configurations for ${100 * WANTED} %`],
    ...['acceptance with all', 'σ² with all', 'erfc(σ/2)'],
  ];
  const body = curves.map((curve) => {
    const { name, isEquivariant, reach } = curve.candidate;
    const { seeds, acceptance, error } = lastOf(curve);
    return [
      ...[name, String(seeds[0].parameters), isEquivariant ? 'yes' : 'no', reach],
      ...[demandText(demandOf(curve.points)), combinedText(acceptance), combinedText(error)],
      predictedAcceptance(Math.sqrt(error.value)).toFixed(2),
    ];
  });
  return [head, ...body];
}

function curveRows(curves: Outcome, samples: readonly number[], text: (point: CurvePoint) => string): string[][] {
  const body = curves.map(({ candidate, points }) => [
    candidate.name,
    ...samples.map((count) => {
      const point = points.find((one) => one.samples === count);
      return point ? text(point) : '';
    }),
  ]);
  return [['model', ...samples.map(String)], ...body];
}
