/** Order, specific heat and structure factor, by both samplers, and how far they are apart. */
import type { Axis, FigureSpec, Point, Series } from '../../src/report/figures/spec.ts';
import { pullOf } from '../analysis/agreement.ts';
import type { Combined } from '../analysis/seeds.ts';
import type { Reproduction } from '../target.ts';
import type { RunResult } from '../workshop/workshop.ts';
import { CORNER_NAMES, CORNERS, momentumPath, structureFactorAt } from './path.ts';
import { type Plan, SEED } from './plan.ts';
import { averageOf, type Pair, QUANTITIES } from './quantities.ts';

const SAMPLERS = [
  { of: 'exact', name: 'exact HMC', shape: 'line' },
  { of: 'learned', name: 'self-learning', shape: 'points' },
] as const;

export function figuresOf(pairs: readonly Pair[], plan: Plan): Reproduction['figures'] {
  const source = sourceOf(plan);
  return [
    {
      name: 'order',
      spec: { ...curves(pairs, 'absStaggeredMagnetization', '|m_s|', 'Staggered magnetisation'), caption: source },
    },
    {
      name: 'specific-heat',
      spec: { ...curves(pairs, 'specificHeatPerSite', 'specific heat per site', 'Specific heat'), caption: source },
    },
    { name: 'structure-factor', spec: { ...alongPath(pairs), caption: source } },
    { name: 'pulls', spec: { ...pulls(pairs), caption: `${source} Quantities of one run are correlated.` } },
  ];
}

function sourceOf({ sizes, temperatures, blocks, exactEvaluations, samples }: Plan): string {
  const lattices = sizes.map((size) => `${size} × ${size}`).join(', ');
  return (
    `Square lattice ${lattices}, t = J = 1, μ = 0, T = ${temperatures[0]} to ${temperatures[temperatures.length - 1]}; seed ${SEED}; two chains of ${samples} samples each. ` +
    `Self-learning: transformer, 6 shells, ${blocks} blocks, ${exactEvaluations} exact evaluations to learn from at each point.`
  );
}

const temperatureAxis = (pairs: readonly Pair[]): Axis => ({
  label: 'T',
  unit: 't',
  scale: 'log',
  ticks: [...new Set(pairs.map(({ temperature }) => temperature))],
});

/** Lines of the exact chain under symbols of the learned one. */
function curves(pairs: readonly Pair[], name: string, label: string, title: string): Omit<FigureSpec, 'caption'> {
  const sizes = [...new Set(pairs.map(({ size }) => size))];
  return {
    title: `${title}: symbols of self-learning on lines of exact HMC`,
    x: temperatureAxis(pairs),
    y: { label },
    series: sizes.flatMap((size) =>
      SAMPLERS.map((sampler) => ({
        name: `${size} × ${size}, ${sampler.name}`,
        shape: sampler.shape,
        points: pairs
          .filter((pair) => pair.size === size)
          .flatMap((pair) => point(pair.temperature, averageOf(pair[sampler.of], name))),
      })),
    ),
    names: 'above',
  };
}

const point = (x: number, known: Combined | undefined): Point[] =>
  known ? [{ x, y: known.value, error: known.error }] : [];

/** Of the largest lattice, at the lowest and the highest temperature. */
function alongPath(pairs: readonly Pair[]): Omit<FigureSpec, 'caption'> {
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
          points: pathPoints(pair.size, pair[sampler.of]),
        }),
      ),
    ),
    names: 'above',
  };
}

function pathPoints(size: number, result: RunResult): Point[] {
  const at = (waveNumber: readonly [number, number]) =>
    averageOf(result, structureFactorAt(result.summary.waveNumbers, waveNumber));
  return [
    ...momentumPath(size).flatMap(({ waveNumber, length }) => point(length, at(waveNumber))),
    ...point(CORNERS[CORNERS.length - 1], at([0, 0])),
  ];
}

function pulls(pairs: readonly Pair[]): Omit<FigureSpec, 'caption'> {
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
