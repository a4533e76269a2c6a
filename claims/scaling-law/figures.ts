/** Errors against parameters, with the power laws, and against blocks. */
import type { FigureSpec, Series } from '../../src/report/figures/spec.ts';
import { combinedText } from '../analysis/seeds.ts';
import type { Reproduction, Table } from '../target.ts';
import { type Curve, type Setting, SHELLS, TEMPERATURE } from './curves.ts';

const NAMES = { 'levenberg-marquardt': 'Levenberg-Marquardt', adamw: 'AdamW' };

export const nameOf = ({ method, samples }: Pick<Curve, 'method' | 'samples'>): string =>
  `${NAMES[method]}, ${samples} samples`;

export function figuresOf(curves: readonly Curve[], setting: Setting): Reproduction['figures'] {
  const caption =
    `Square lattice 6 × 6, t = J = 1, μ = 0, T = ${TEMPERATURE}; seeds ${setting.seeds.join(', ')}, each with data of its own: as many exact evaluations as samples, ` +
    `and ${setting.judges} to judge by. Transformer, ${SHELLS} shells.`;
  const y = { label: 'mean squared error σ² of β(F − E), unseen samples', scale: 'log' } as const;
  const ticks = curves[0].depths;
  const byParameters: FigureSpec = {
    title: 'The error against the number of parameters, with fitted powers −α (lines)',
    x: { label: 'parameters', scale: 'log', ticks: ticks.map(({ parameters }) => parameters) },
    y,
    names: 'above',
    caption,
    series: [...curves.map((curve) => pointsOf(curve, 'parameters', 'points')), ...curves.map(lawOf)],
  };
  const byBlocks: FigureSpec = {
    title: 'The error against the number of attention blocks',
    x: { label: 'attention blocks', ticks: ticks.map(({ blocks }) => blocks) },
    y,
    names: 'above',
    caption,
    series: curves.map((curve) => pointsOf(curve, 'blocks', 'both')),
  };
  return [
    { name: 'parameters', spec: byParameters },
    { name: 'blocks', spec: byBlocks },
  ];
}

const pointsOf = (curve: Curve, x: 'parameters' | 'blocks', shape: 'points' | 'both'): Series => ({
  name: nameOf(curve),
  shape,
  points: curve.depths.map((depth) => ({ x: depth[x], y: depth.error.value, error: depth.error.error })),
});

const lawOf = (curve: Curve): Series => ({
  name: `${nameOf(curve)}: α = ${combinedText(curve.law.exponent)}`,
  shape: 'line',
  points: curve.depths.map(({ parameters }) => ({ x: parameters, y: curve.law.at(parameters) })),
});

export const tablesOf = (curves: readonly Curve[]): Table[] => [
  { title: 'Mean squared error of β(F − E), by depth', rows: depthRows(curves) },
  { title: 'Power laws, error ~ parameters^−α', rows: lawRows(curves) },
];

function depthRows(curves: readonly Curve[]): string[][] {
  const head = ['fit', 'blocks', 'parameters', 'unseen samples', 'training samples', 'processor seconds'];
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const rows = curves.flatMap((curve) =>
    curve.depths.map(({ blocks, parameters, seeds, error }) => [
      ...[nameOf(curve), String(blocks), String(parameters), combinedText(error)],
      mean(seeds.map(({ trainingError }) => trainingError)).toPrecision(3),
      mean(seeds.map(({ seconds }) => seconds)).toPrecision(2),
    ]),
  );
  return [head, ...rows];
}

function lawRows(curves: readonly Curve[]): string[][] {
  const head = ['fit', 'exponent α', 'χ²/degrees', 'probability of a larger χ²', 'flat'];
  const rows = curves.map((curve) => [
    ...[nameOf(curve), combinedText(curve.law.exponent)],
    `${curve.law.chiSquare.toFixed(1)}/${curve.law.degrees}`,
    curve.law.probability.toPrecision(2),
    flatText(curve),
  ]);
  return [head, ...rows];
}

export const flatText = ({ flatFrom, depths }: Curve): string =>
  flatFrom === depths.length ? 'not yet' : `from ${flatFrom} block${flatFrom > 1 ? 's' : ''} on`;
