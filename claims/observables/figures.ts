/** Order, specific heat and structure factor by both samplers, and their differences. */
import type { Axis, FigureSpec, Point, Series } from '../../src/report/figures/figure-spec.ts';
import { pullOf } from '../analysis/comparing.ts';
import { averageOf } from '../analysis/run-average.ts';
import { pointOf } from '../plotting.ts';
import type { Figure } from '../target.ts';
import type { RunResult } from '../workshop/workshop.ts';
import { type Outcome, structureFactorAt } from './outcome.ts';
import { CORNER_NAMES, CORNERS, momentumPath, type Plan, QUANTITIES, SEED } from './plan.ts';

const SAMPLERS = [
  { candidate: 'exact', name: 'exact HMC', shape: 'line' },
  { candidate: 'learned', name: 'self-learning', shape: 'points' },
] as const;

export function figuresOf(pairs: Outcome, plan: Plan): Figure[] {
  const caption = captionOf(plan);
  return [
    {
      name: 'order',
      spec: { ...curves(pairs, 'absStaggeredMagnetization', '|m_s|', 'Staggered magnetisation'), caption },
    },
    {
      name: 'specific-heat',
      spec: { ...curves(pairs, 'specificHeatPerSite', 'specific heat per site', 'Specific heat'), caption },
    },
    { name: 'structure-factor', spec: { ...alongPath(pairs), caption } },
    { name: 'pulls', spec: { ...pulls(pairs), caption: `${caption} Quantities of one run are correlated.` } },
  ];
}

function captionOf({ sizes, temperatures, blocks, exactEvaluations, samples }: Plan): string {
  const lattices = sizes.map((size) => `${size} × ${size}`).join(', ');
  return (
    `Square lattice ${lattices}, t = J = 1, μ = 0, T = ${temperatures[0]} to ${temperatures[temperatures.length - 1]}; seed ${SEED}; two chains of ${samples} samples each. ` +
    `Self-learning: transformer, 6 shells, ${blocks} blocks, ${exactEvaluations} exact evaluations to learn from at each point.`
  );
}

const temperatureAxis = (pairs: Outcome): Axis => ({
  label: 'T',
  unit: 't',
  scale: 'log',
  ticks: [...new Set(pairs.map(({ temperature }) => temperature))],
});

/** Lines of the exact chain under symbols of self-learning. */
function curves(pairs: Outcome, name: string, label: string, title: string): Omit<FigureSpec, 'caption'> {
  const sizes = [...new Set(pairs.map(({ size }) => size))];
  return {
    title: `${title}: self-learning (symbols) and exact HMC (lines)`,
    x: temperatureAxis(pairs),
    y: { label },
    series: sizes.flatMap((size) =>
      SAMPLERS.map((sampler) => ({
        name: `${size} × ${size}, ${sampler.name}`,
        shape: sampler.shape,
        points: pairs
          .filter((pair) => pair.size === size)
          .flatMap((pair) => averagePoint(pair.temperature, pair[sampler.candidate], name)),
      })),
    ),
    names: 'above',
  };
}

/** The average as a point; none where the run is too short for an error bar. */
function averagePoint(x: number, result: RunResult, name: string): Point[] {
  const average = averageOf(result, name);
  return average ? [pointOf(x, average)] : [];
}

/** S(q) of the largest lattice, at the lowest and the highest temperature. */
function alongPath(pairs: Outcome): Omit<FigureSpec, 'caption'> {
  const largest = Math.max(...pairs.map(({ size }) => size));
  const shown = pairs.filter(({ size }) => size === largest).toSorted((a, b) => a.temperature - b.temperature);
  const [low, high] = [shown[0], shown[shown.length - 1]];
  return {
    title: `S(q) on ${largest} × ${largest} sites, at the lowest and the highest temperature`,
    x: { label: 'q', ticks: CORNERS, tickNames: CORNER_NAMES },
    y: { label: 'S(q)', scale: 'log' },
    series: [low, high].flatMap((pair) =>
      SAMPLERS.map(
        (sampler): Series => ({
          name: `T = ${pair.temperature}, ${sampler.name}`,
          shape: sampler.shape,
          points: pathPoints(pair.size, pair[sampler.candidate]),
        }),
      ),
    ),
    names: 'above',
  };
}

function pathPoints(size: number, result: RunResult): Point[] {
  const at = (length: number, waveNumber: readonly [number, number]) =>
    averagePoint(length, result, structureFactorAt(result.summary.waveNumbers, waveNumber));
  return [
    ...momentumPath(size).flatMap(({ waveNumber, length }) => at(length, waveNumber)),
    ...at(CORNERS[CORNERS.length - 1], [0, 0]),
  ];
}

function pulls(pairs: Outcome): Omit<FigureSpec, 'caption'> {
  return {
    title: 'Self-learning minus exact hybrid Monte Carlo, in units of the error',
    x: temperatureAxis(pairs),
    y: { label: 'difference', unit: 'σ' },
    series: QUANTITIES.map(({ name, label }) => ({
      name: label,
      shape: 'points' as const,
      points: pairs.flatMap(({ temperature, learned, exact }) => {
        const [one, other] = [averageOf(learned, name), averageOf(exact, name)];
        return one && other ? [{ x: temperature, y: pullOf(one, other) }] : [];
      }),
    })),
    references: [-2, 0, 2].map((value) => ({
      axis: 'y' as const,
      value,
      label: value === 0 ? '' : `${value < 0 ? '−' : ''}2 σ`,
    })),
    names: 'above',
  };
}
