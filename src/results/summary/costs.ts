/** Where the time went, and how many effective samples it gave. */

import type { FlowTraining } from '../../chain/flow/learn-flow.ts';
import type { RunTraining } from '../../chain/learning/models.ts';
import { addTally, type Tally } from '../../chain/learning/timed-trial.ts';
import type { Estimate } from '../../statistics/estimate.ts';
import type { RunData } from './run-data.ts';

/** What a run has cost. */
export interface Costs {
  /** Exact evaluations of trials and chains; those to learn from are in `training`. */
  readonly exactEvaluations: number;
  /** Evaluations of effective models by chains. */
  readonly effectiveEvaluations: number;
  /** Seconds of one core that trials and all chains took together, warm-up and measurements included. */
  readonly seconds: number;
  /** Parts of these seconds, as far as they are counted; `filling`, the search for μ, and `training` come before them, `rest` is what no counter claims. */
  readonly parts: Readonly<Partial<Record<TimePart, number>>>;
  /** The cost of choosing how to propose, counted above. */
  readonly trials: Tally;
  /** The cost of learning, that of a flow too, not counted above; with `kind = "auto"` of all models that were tried. */
  readonly training: Tally;
}

/** A part of a run that its time is divided into. */
export type TimePart = 'filling' | 'training' | 'trials' | 'inner' | 'exact' | 'measurement' | 'rest';

/** Counters of chains, in milliseconds; chains without a checkpoint have none. */
const COUNTERS = {
  inner: 'innerMilliseconds',
  exact: 'exactMilliseconds',
  measurement: 'measureMilliseconds',
} as const;

/** Effective samples of an observable by what they cost. */
export interface Efficiency {
  /** The order parameter: usually the slowest to decorrelate. */
  readonly observable: string;
  /** Independent samples, N/2τ, per second of one core, with everything that trials and chains did in it. */
  readonly perSecond: number;
  /** The same as if measurements were free; null where chains do not count them. */
  readonly perSecondOfSampling: number | null;
}

/** Sums of counters differ from their total by rounding; a share below this is not reported. */
const NEGLIGIBLE = 1e-3;

type Counted = Pick<RunData, 'counters' | 'model' | 'choice'> & Partial<Pick<RunData, 'filling' | 'flow'>>;

export function costs({ counters, model, flow, choice, filling }: Counted): Costs {
  const total = totalOf(counters);
  const known = Object.entries(COUNTERS).flatMap(([part, counter]) =>
    counters.some((counts) => counter in counts) ? [[part, total(counter) / 1000] as const] : [],
  );
  const { training, trials } = preparation(model, flow, choice);
  const chains = total('milliseconds') / 1000;
  const rest = chains - known.reduce((sum, [, time]) => sum + time, 0);
  return {
    exactEvaluations: total('exactEvaluations') + trials.exactEvaluations,
    effectiveEvaluations: total('effectiveEvaluations'),
    seconds: chains + trials.seconds,
    parts: {
      ...(filling && filling.seconds > 0 ? { filling: filling.seconds } : {}),
      ...(training.seconds > 0 ? { training: training.seconds } : {}),
      ...(trials.seconds > 0 ? { trials: trials.seconds } : {}),
      ...Object.fromEntries(known),
      ...(rest > NEGLIGIBLE * chains ? { rest } : {}),
    },
    trials,
    training,
  };
}

/** The cost of what comes before the chains; cards of models that were not learned in a run lack it. */
function preparation(
  model: RunData['model'],
  flow: RunData['flow'],
  choice: RunData['choice'],
): Pick<Costs, 'training' | 'trials'> {
  const { seconds = 0, cost, proposals } = (model?.training ?? {}) as Partial<RunTraining>;
  const learned = { exactEvaluations: cost?.exactEvaluations ?? 0, seconds };
  const tried = { exactEvaluations: proposals?.exactEvaluations ?? 0, seconds: proposals?.seconds ?? 0 };
  const { exactEvaluations = 0, seconds: flowing = 0 } = (flow?.training ?? {}) as Partial<FlowTraining>;
  const training = choice?.training ?? addTally(learned, { exactEvaluations, seconds: flowing });
  return { training, trials: choice?.trials ?? tried };
}

/** The efficiency of a run. `observable`: the order parameter. Null where it has no error bar, or no time is known. */
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
    observable,
    perSecond: effectiveSamples / seconds,
    perSecondOfSampling: sampling === undefined || sampling <= 0 ? null : effectiveSamples / sampling,
  };
}

/** Sums of a counter over chains. */
export const totalOf =
  (counters: RunData['counters']) =>
  (name: string): number =>
    counters.reduce((sum, counts) => sum + (counts[name] ?? 0), 0);
