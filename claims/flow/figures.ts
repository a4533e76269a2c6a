/** Flows against layers and against the number of sites, and all samplers against temperature. */
import type { FigureSpec, Point, Series } from '../../src/report/figures/figure-spec.ts';
import { type Cell, flowAt, isDominated, qualityOf } from '../analysis/flow-cells.ts';
import { type Law, lawsAt } from '../analysis/flow-laws.ts';
import { BASES, square } from '../analysis/flow-points.ts';
import { BASE_WORDS } from '../analysis/flow-rates.ts';
import { type Combined, combinedText, seedsText } from '../analysis/seeds.ts';
import { pointOf } from '../plotting.ts';
import type { Figure } from '../target.ts';
import { exponentOf, growthOf, type Outcome, ratesAt } from './outcome.ts';
import { COLD, cold, type Plan, roundsAt, temperaturesAt } from './plan.ts';

export function figuresOf(outcome: Outcome, plan: Plan): Figure[] {
  const laws = lawsAt(outcome.cells, plan.sizes, COLD);
  return [
    { name: 'layers', spec: layersFigure(outcome, plan) },
    { name: 'sites', spec: sitesFigure(laws, plan) },
    { name: 'variance', spec: varianceFigure(laws, plan) },
    ...plan.lengths.flatMap((length) =>
      SHOWN.map((shown) => ({ name: `${shown.name}-${length}`, spec: rateFigure(outcome, plan, length, shown) })),
    ),
  ];
}

const SHARE: FigureSpec['y'] = { label: 'effective samples per proposal', domain: [0, 1] };

const budgetText = ({ budget, linearBudget }: Plan): string =>
  `${budget} exact evaluations to train a flow, ${linearBudget} for a linear model`;

const captionOf = (plan: Plan, temperature: string, seeds: string): string =>
  `Square lattice, t = J = 1, μ = 0${temperature}; ${seeds}; ${budgetText(plan)}.`;

/** The seeds of a figure that shows flows of one seed and runs too. */
const mixedSeeds = ({ seeds, manySeeds, growing, moreRounds }: Plan): string =>
  `${seedsText(manySeeds)} of flows with 1 round at T = ${growing.join(' and ')} and with ${moreRounds}, ${seedsText(seeds)} of all others`;

function layersFigure(outcome: Outcome, plan: Plan): FigureSpec {
  const series = BASES.flatMap((base) =>
    plan.lengths.map((length): Series => {
      const rounds = [...roundsAt(cold(length)), ...(plan.grown.includes(length) ? [plan.moreRounds] : [])];
      const cells = rounds.map((count) => flowAt(outcome.cells, { ...cold(length), base, rounds: count }));
      return {
        name: `${length} × ${length}, ${BASE_WORDS[base]}`,
        points: sharePoints(cells, ({ point }) => point.rounds),
      };
    }),
  );
  return {
    title: `What layers give, T = ${COLD}`,
    x: { label: 'layers, in rounds of all sites', ticks: [0, 1, plan.moreRounds] },
    y: SHARE,
    names: 'above',
    series: series.filter(({ points }) => points.length > 0),
    caption: `${captionOf(plan, `, T = ${COLD}`, mixedSeeds(plan))} No point where a proposal has more than 5 % of all weight.`,
  };
}

/** The shares that can be told. */
const sharePoints = (cells: readonly Cell[], x: (cell: Cell) => number): Point[] =>
  cells.filter((cell) => !isDominated(cell)).map((cell) => pointOf(x(cell), qualityOf(cell, 'share')));

const sitesOf = ({ seeds }: Cell): number => seeds[0].siteCount;

const sitesAxis = ({ sizes }: Plan, scale: 'linear' | 'log'): FigureSpec['x'] => ({
  label: 'sites N',
  scale,
  ticks: sizes.map(([a, b]) => a * b),
});

const CURVE_POINTS = 40;

/** Points of a law from the first to the last number of sites. */
function curveOf(cells: readonly Cell[], at: (x: number) => number): Point[] {
  const [first, last] = [sitesOf(cells[0]), sitesOf(cells[cells.length - 1])];
  return Array.from({ length: CURVE_POINTS }, (_, k) => {
    const x = first * (last / first) ** (k / (CURVE_POINTS - 1));
    return { x, y: at(x) };
  });
}

function sitesFigure(laws: readonly Law[], plan: Plan): FigureSpec {
  return {
    title: 'Effective samples per proposal against the number of sites, with fits of e^−bN (lines)',
    x: sitesAxis(plan, 'linear'),
    y: { ...SHARE, scale: 'log', domain: shareDomain(laws) },
    names: 'above',
    series: laws.map(({ name, cells, exponential }) => ({
      name: `${name}: b = ${combinedText(exponentOf(exponential))}`,
      shape: 'points',
      points: sharePoints(cells, sitesOf),
      curve: curveOf(cells, exponential.at),
    })),
    caption: `${captionOf(plan, `, T = ${COLD}`, seedsText(plan.manySeeds))} Errors of fits times √(χ²/ν).`,
  };
}

function shareDomain(laws: readonly Law[]): [number, number] {
  const shares = laws.flatMap(({ cells }) => cells.map((cell) => qualityOf(cell, 'share').value));
  return [0.8 * Math.min(...shares), 1.05];
}

function varianceFigure(laws: readonly Law[], plan: Plan): FigureSpec {
  return {
    title: 'The variance of log(W/q) against the number of sites, with fits of N^p (lines)',
    x: sitesAxis(plan, 'log'),
    y: { label: 'variance of log(W/q)', scale: 'log' },
    names: 'above',
    series: laws.map(({ name, cells, variance }) => ({
      name: `${name}: p = ${combinedText(growthOf(variance))}`,
      shape: 'points',
      points: cells.map((cell) => pointOf(sitesOf(cell), qualityOf(cell, 'variance'))),
      curve: curveOf(cells, variance.at),
    })),
    caption: `${captionOf(plan, `, T = ${COLD}`, seedsText(plan.manySeeds))} Errors of fits times √(χ²/ν).`,
  };
}

/** The samplers of a figure besides flows: by exact evaluation those whose proposals forget, by second those that are tuned for it. */
const SHOWN = [
  {
    name: 'evaluation',
    key: 'perEvaluation',
    label: 'effective samples of m_s² per exact evaluation',
    isShown: (name: string) => /decorrelated, reweighting|HMC/.test(name),
  },
  {
    name: 'second',
    key: 'perSecond',
    label: 'effective samples of m_s² per second',
    isShown: (name: string) => !/decorrelated|annealed/.test(name),
  },
] as const;

function rateFigure(
  outcome: Outcome,
  plan: Plan,
  length: number,
  { key, label, isShown }: (typeof SHOWN)[number],
): FigureSpec {
  const temperatures = temperaturesAt(plan, length);
  const columns = temperatures.map((temperature) => ({
    temperature,
    rates: ratesAt(outcome, { physics: 'electrons', size: square(length), temperature }),
  }));
  const pointsOf = (name: string): Point[] =>
    columns.flatMap(({ temperature, rates }) => pointsAt(temperature, rates.find((rate) => rate.name === name)?.[key]));
  const all = columns
    .flatMap(({ rates }) => rates)
    .filter(({ name, isFlow }) => (isFlow ? name.includes('weights') : isShown(name)));
  const names = [...new Set(all.map(({ name }) => name))];
  const series = names.map((name) => ({ name, points: pointsOf(name) })).filter(({ points }) => points.length > 0);
  return {
    title: `Samplers at ${length} × ${length}, training not counted`,
    x: { label: 'temperature T', unit: 't', scale: 'log', ticks: temperatures.toSorted((a, b) => a - b) },
    y: { label, scale: 'log' },
    names: 'above',
    series,
    caption: captionOf(plan, '', mixedSeeds(plan)),
  };
}

const pointsAt = (x: number, rate: Combined | undefined): Point[] => (rate ? [pointOf(x, rate)] : []);
