/** Where the time went, and what it bought. */
import type { Estimate } from '../../statistics/estimate.ts';
import type { RunTraining } from '../job/effective.ts';
import type { RunData } from './run-data.ts';

export interface Costs {
  readonly exactEvaluations: number;
  readonly effectiveEvaluations: number;
  /** Seconds of one core that all chains took together, warm-up and measurements included. */
  readonly seconds: number;
  /** Of these, as far as the chains count them; `training` comes before them, `rest` is what no counter claims. */
  readonly parts: Readonly<Partial<Record<TimePart, number>>>;
}

export type TimePart = 'training' | 'inner' | 'exact' | 'measurement' | 'storage' | 'rest';

/** Counters of chains, in milliseconds; runs of older versions lack some. */
const COUNTERS = {
  inner: 'innerMilliseconds',
  exact: 'exactMilliseconds',
  measurement: 'measureMilliseconds',
  storage: 'storageMilliseconds',
} as const;

export interface Efficiency {
  /** The order parameter: the slowest to decorrelate, as a rule. */
  readonly observable: string;
  /** Independent samples, N/2τ, per second of one core, with everything that the chains did in it. */
  readonly perSecond: number;
  /** The same as if measurements were free; null where chains do not count them. */
  readonly perSecondOfSampling: number | null;
}

/** Sums of counters differ from their total by rounding, and that much nobody wants to know. */
const NEGLIGIBLE = 1e-3;

export function costs({ counters, model }: Pick<RunData, 'counters' | 'model'>): Costs {
  const total = totalOf(counters);
  const seconds = total('milliseconds') / 1000;
  const known = Object.entries(COUNTERS).flatMap(([part, counter]) =>
    counters.some((counts) => counter in counts) ? [[part, total(counter) / 1000] as const] : [],
  );
  const training = (model?.training as Partial<RunTraining> | undefined)?.seconds;
  const rest = seconds - known.reduce((sum, [part, time]) => (part === 'storage' ? sum : sum + time), 0);
  return {
    ...{ exactEvaluations: total('exactEvaluations'), effectiveEvaluations: total('effectiveEvaluations'), seconds },
    parts: {
      ...(training === undefined ? {} : { training }),
      ...Object.fromEntries(known),
      ...(rest > NEGLIGIBLE * seconds ? { rest } : {}),
    },
  };
}

/** `observable`: the order parameter. Null where it has no error bar, or no time is known. */
export function efficiency(
  observables: Readonly<Record<string, Estimate>>,
  observable: string | undefined,
  { seconds, parts }: Costs,
): Efficiency | null {
  const estimate = observable === undefined ? undefined : observables[observable];
  if (observable === undefined || estimate?.kind !== 'estimate' || seconds <= 0) return null;
  const { effectiveSamples } = estimate;
  const sampling = parts.measurement === undefined ? undefined : seconds - parts.measurement;
  return {
    ...{ observable, perSecond: effectiveSamples / seconds },
    perSecondOfSampling: sampling === undefined || sampling <= 0 ? null : effectiveSamples / sampling,
  };
}

/** Sums of a counter over chains. */
export const totalOf =
  (counters: RunData['counters']) =>
  (name: string): number =>
    counters.reduce((sum, counts) => sum + (counts[name] ?? 0), 0);
