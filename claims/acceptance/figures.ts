/** Acceptance against blocks, against the residual, against temperature. */
import type { FigureSpec, Point, Series } from '../../src/report/figures/spec.ts';
import { predictedAcceptance } from '../../src/statistics/acceptance.ts';
import type { Combined } from '../analysis/seeds.ts';
import type { Reproduction } from '../target.ts';
import { meanOf, type Outcome } from './outcome.ts';

export interface Source {
  readonly seeds: readonly number[];
  readonly evaluations: readonly number[];
}

const RATE = { label: 'acceptance of decorrelated proposals', domain: [0, 1] as const };

export function figures(talk: readonly Outcome[], others: readonly Outcome[], source: Source): Reproduction['figures'] {
  return [
    { name: 'blocks', spec: blocksFigure(talk, source) },
    { name: 'prediction', spec: predictionFigure(talk, source) },
    { name: 'temperature', spec: temperatureFigure([...talk, ...others], source) },
  ];
}

function caption({ seeds, evaluations }: Source, place: string): string {
  const range = `${Math.min(...evaluations)} to ${Math.max(...evaluations)} exact evaluations to learn from`;
  return `Square lattice 6 × 6, t = J = 1, μ = 0${place}; seed${seeds.length > 1 ? 's' : ''} ${seeds.join(', ')}; ${range}.`;
}

const point = (x: number, { value, error }: Combined): Point => ({ x, y: value, error });

function blocksFigure(talk: readonly Outcome[], source: Source): FigureSpec {
  const paper = talk.filter(({ entry }) => entry.blocks !== undefined);
  const depths = paper.map(({ entry }) => entry.blocks ?? 0);
  const ends = [depths[0] - 0.3, depths[depths.length - 1] + 0.3] as const;
  const others = talk.filter(({ entry }) => entry.blocks === undefined);
  const level = ({ entry, rate }: Outcome): Series => ({
    name: entry.name,
    shape: 'line',
    points: ends.map((x) => ({ x, y: rate.value })),
  });
  return {
    title: 'Acceptance against attention blocks, beside other models',
    x: { label: 'attention blocks', ticks: depths, domain: ends },
    y: RATE,
    series: [
      { name: 'transformer, 6 shells', points: paper.map(({ rate }, k) => point(depths[k], rate)) },
      ...others.toSorted((a, b) => b.rate.value - a.rate.value).map(level),
    ],
    caption: caption(source, ', T = 0.05'),
  };
}

function predictionFigure(talk: readonly Outcome[], source: Source): FigureSpec {
  const errors = talk.map((outcome) => meanOf(outcome, 'meanSquaredError'));
  const curve = (name: string, of: (sigma: number) => number): Series => ({
    name,
    shape: 'line',
    points: between(Math.min(...errors), Math.max(...errors)).map((x) => ({ x, y: of(Math.sqrt(x)) })),
  });
  return {
    title: 'Acceptance against the residual, and two predictions',
    x: { label: 'mean squared error σ² of β(F − E)', scale: 'log' },
    y: RATE,
    names: 'above',
    series: [
      { name: 'measured', shape: 'points', points: talk.map(({ rate }, k) => point(errors[k], rate)) },
      curve('erfc(σ/2)', predictedAcceptance),
      curve('exp(−σ)', (sigma) => Math.exp(-sigma)),
    ],
    caption: `${caption(source, ', T = 0.05')} σ² over the proposals of each chain.`,
  };
}

const CURVE_POINTS = 60;

/** Evenly in the logarithm. */
function between(first: number, last: number): number[] {
  const ratio = Math.log(last / first) / (CURVE_POINTS - 1);
  return Array.from({ length: CURVE_POINTS }, (_, k) => first * Math.exp(k * ratio));
}

/** Of models that were learned at several temperatures. */
function temperatureFigure(outcomes: readonly Outcome[], source: Source): FigureSpec {
  const here = outcomes.filter(({ entry }) => entry.length === 6);
  const groups = [...Map.groupBy(here, ({ entry }) => entry.name)].filter(([, group]) => group.length > 1);
  return {
    title: 'Acceptance against temperature',
    x: { label: 'temperature T', unit: 't' },
    y: RATE,
    names: 'above',
    series: groups.map(([name, group]) => ({
      name,
      points: group
        .toSorted((a, b) => a.entry.temperature - b.entry.temperature)
        .map(({ entry, rate }) => point(entry.temperature, rate)),
    })),
    caption: caption(source, ''),
  };
}
