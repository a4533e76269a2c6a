/** What figures of crossings show: the curves of all sizes with their interpolations, and the crossings against 1/L. */
import type { SweptValue } from '../../spec/study.ts';
import type { Crossing } from '../../statistics/crossing.ts';
import { extrapolated, type ReplicatedPoint } from '../../statistics/extrapolation.ts';
import { type CurvePoint, polynomialAt, polynomialFit } from '../../statistics/polynomial-fit.ts';
import type { ComparedCurves, ComparedPair } from './crossings.ts';
import type { SizeCurve } from './size-curves.ts';

/** A place with its errors, one standard deviation each way. */
export interface PlottedPoint {
  readonly x: number;
  readonly y: number;
  readonly error?: number;
  readonly xError?: number;
}

/** The curves of one dimensionless observable along a key. */
export interface CrossingPlot {
  readonly observable: string;
  readonly key: string;
  /** The values of the other keys. */
  readonly at: Readonly<Record<string, SweptValue>>;
  readonly sizes: readonly PlottedSize[];
  readonly crossings: readonly PlottedPoint[];
  /** The crossings of pairs that cross once, x = 1/L, L the geometric mean of a pair; and the line through them to 1/L = 0, where there are three or more. */
  readonly bySize: readonly PlottedPoint[];
  readonly line: readonly PlottedPoint[];
}

export interface PlottedSize {
  readonly size: readonly number[];
  readonly points: readonly PlottedPoint[];
  /** Of every crossing the interpolation that counts most, with gaps of NaN between them. */
  readonly interpolation: readonly PlottedPoint[];
}

/** A plot per observable and value of the other keys. */
export function crossingPlot({ key, at, observable, sizes, pairs }: ComparedCurves): CrossingPlot {
  const bySize = pairs.flatMap(placedBySize);
  return {
    observable,
    key,
    at,
    sizes: sizes.map((size) => sizeOf(size, observable, pairs)),
    crossings: pairs.flatMap((pair) => crossingsIn(pair).map(placed)),
    bySize: bySize.map(({ x, mean, error }) => ({ x, y: mean, error })),
    line: lineThrough(bySize),
  };
}

function sizeOf(size: SizeCurve, observable: string, pairs: readonly ComparedPair[]): PlottedSize {
  const points = size.curve(observable);
  const own = pairs.filter(({ pair }) => pair.includes(size)).flatMap(crossingsIn);
  return {
    size: size.size,
    points: points.map(({ x, value, error }) => ({ x, y: value, error })),
    interpolation: own.flatMap(({ best }) => [...interpolated(points, best), GAP]),
  };
}

const GAP: PlottedPoint = { x: Number.NaN, y: Number.NaN };
const STEPS = 40;

function interpolated(points: readonly CurvePoint[], { from, to, degree }: Crossing['best']): PlottedPoint[] {
  const scaled = (x: number) => (2 * x - from - to) / (to - from);
  const within = points.filter(({ x, error }) => x >= from && x <= to && error > 0);
  const { coefficients } = polynomialFit(
    within.map((point) => ({ ...point, replicas: new Float64Array() })),
    degree,
    scaled,
  );
  return Array.from({ length: STEPS + 1 }, (_, k) => {
    const x = from + (k * (to - from)) / STEPS;
    return { x, y: polynomialAt(coefficients, scaled(x)) };
  });
}

const placed = ({ position, value }: Crossing): PlottedPoint => ({
  x: position.mean,
  xError: position.error,
  y: value.mean,
  error: value.error,
});

const crossingsIn = ({ outcome }: ComparedPair): readonly Crossing[] => (typeof outcome === 'string' ? [] : outcome);

function placedBySize(compared: ComparedPair) {
  const crossings = crossingsIn(compared);
  return crossings.length === 1 ? [{ x: 1 / compared.length, ...crossings[0].position }] : [];
}

/** The extrapolation to 1/L = 0, and the same line elsewhere: with the origin moved. */
function lineThrough(points: readonly ReplicatedPoint[]): PlottedPoint[] {
  const end = Math.max(...points.map(({ x }) => x));
  return Array.from({ length: STEPS + 1 }, (_, k) => (k * end) / STEPS).flatMap((x) => {
    const moved = extrapolated(points.map((point) => ({ ...point, x: point.x - x })));
    return moved ? [{ x, y: moved.value.mean, error: moved.value.error }] : [];
  });
}
