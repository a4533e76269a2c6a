/** Where the curves of neighbouring sizes cross: the critical point, but for corrections that fall with L. */
import type { SweptValue } from '../../spec/study.ts';
import { crossingsOfCurves } from '../../statistics/crossing.ts';
import { type Extrapolation, extrapolated, type ReplicatedPoint } from '../../statistics/extrapolation.ts';
import type { ReplicatedEstimate } from '../../statistics/model-average.ts';
import { DIMENSIONLESS } from './order-quantities.ts';
import type { SizeCurve, SizeCurves } from './size-curves.ts';

/** A number with its error. */
export interface MeanAndError {
  readonly mean: number;
  /** One standard deviation. */
  readonly error: number;
}

/** What crosses: a dimensionless observable of two sizes along a key, at one value of all other keys. */
interface Pair {
  readonly observable: string;
  readonly sizes: readonly [readonly number[], readonly number[]];
  readonly key: string;
  /** The values of the other keys; left out where there are none. */
  readonly at?: Readonly<Record<string, SweptValue>>;
}

/** A pair of sizes whose curves cross once, and where. */
export interface StudyCrossing extends Pair {
  /** x where the curves cross, and their value there. */
  readonly position: MeanAndError;
  readonly value: MeanAndError;
}

/** A pair whose curves do not cross once, and why. */
export interface NoStudyCrossing extends Pair {
  readonly reason: string;
}

/** Positions and values of all pairs, extrapolated to L → ∞ on straight lines in 1/L, L the geometric mean of each pair. */
export interface ExtrapolatedCrossing extends Omit<Pair, 'sizes'> {
  readonly position: ExtrapolatedValue;
  readonly value: ExtrapolatedValue;
}

/** The end of a straight line at 1/L = 0. */
export interface ExtrapolatedValue extends MeanAndError {
  /** How well the pairs meet the line; `degrees`: their number minus 2. */
  readonly chiSquare: number;
  readonly degrees: number;
}

/** All pairs of neighbouring sizes of a study. */
export interface StudyCrossings {
  readonly crossings: readonly StudyCrossing[];
  readonly withoutCrossing: readonly NoStudyCrossing[];
  readonly extrapolated: readonly ExtrapolatedCrossing[];
}

const REASONS = {
  'too few points': 'fewer than two points of each size with error bars where both have some',
  'outside the data': 'the curves do not cross within the data',
  'not resolved': 'the curves are not resolved: more samples or points farther away are needed',
};

/** The curves of one dimensionless quantity, every size compared with the next. */
export interface ComparedCurves extends SizeCurves {
  readonly observable: string;
  readonly pairs: readonly ComparedPair[];
}

/** Two neighbouring sizes, and where their curves cross or why they do not. */
export interface ComparedPair {
  readonly pair: readonly [SizeCurve, SizeCurve];
  /** L of the pair: the geometric mean. */
  readonly length: number;
  readonly outcome: ReturnType<typeof crossingsOfCurves>;
}

/** What crossings and their figures are made of. */
export const comparedCurves = (curves: readonly SizeCurves[]): ComparedCurves[] =>
  curves.flatMap((one) =>
    DIMENSIONLESS.map((observable) => ({ ...one, observable, pairs: comparedPairs(one.sizes, observable) })),
  );

/** The crossings of neighbouring sizes; those of a pair that crosses more than once are listed, and named under `withoutCrossing`, since none of them is the critical point. */
export function crossingsOf(compared: readonly ComparedCurves[]): StudyCrossings {
  const all = compared.map(crossingsAlong);
  return {
    crossings: all.flatMap(({ crossings }) => crossings),
    withoutCrossing: all.flatMap(({ withoutCrossing }) => withoutCrossing),
    extrapolated: all.flatMap((one) => one.extrapolated),
  };
}

function crossingsAlong({ key, at, observable, pairs }: ComparedCurves): StudyCrossings {
  const where = { observable, key, ...(Object.keys(at).length > 0 ? { at } : {}) };
  const found = pairs.map(({ pair: [a, b], length, outcome }) => {
    const sizes: Pair['sizes'] = [a.size, b.size];
    return { pair: { ...where, sizes }, length, outcome };
  });
  const line = (key: 'position' | 'value') =>
    extrapolated(
      found.flatMap(({ length, outcome }): ReplicatedPoint[] =>
        typeof outcome !== 'string' && outcome.length === 1 ? [{ x: 1 / length, ...outcome[0][key] }] : [],
      ),
    );
  const [position, value] = [line('position'), line('value')];
  return {
    crossings: found.flatMap(({ pair, outcome }) =>
      typeof outcome === 'string'
        ? []
        : outcome.map(({ position, value }) => ({ ...pair, position: bare(position), value: bare(value) })),
    ),
    withoutCrossing: found.flatMap(({ pair, outcome }) => {
      if (typeof outcome === 'string') return [{ ...pair, reason: REASONS[outcome] }];
      return outcome.length === 1 ? [] : [{ ...pair, reason: `the curves cross ${outcome.length} times` }];
    }),
    extrapolated: position && value ? [{ ...where, position: bareLine(position), value: bareLine(value) }] : [],
  };
}

const comparedPairs = (sizes: readonly SizeCurve[], observable: string): ComparedPair[] =>
  sizes.slice(1).map((b, k) => {
    const a = sizes[k];
    const outcome = crossingsOfCurves(a.curve(observable), b.curve(observable));
    return { pair: [a, b], length: Math.sqrt(a.length * b.length), outcome };
  });

const bare = ({ mean, error }: ReplicatedEstimate): MeanAndError => ({ mean, error });
const bareLine = ({ value, chiSquare, degrees }: Extrapolation): ExtrapolatedValue => ({
  ...bare(value),
  chiSquare,
  degrees,
});
