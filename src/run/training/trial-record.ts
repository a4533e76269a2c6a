/** A trial as JSON, with all its doubles. */
import type { TrialRecord } from '../../chain/learning/trial-journal.ts';
import type { SamplerSettings } from '../../sampling/interfaces/sampler.ts';

interface TrialJson extends Pick<TrialRecord, 'task'> {
  readonly before: string;
  readonly result: {
    readonly spins: string;
    readonly position: number;
    readonly exactEvaluations: number;
    readonly seconds: number;
    /** Acceptance, NaN for none; τ, cost, efficiency: JSON knows no infinity. */
    readonly numbers: string;
    readonly settings: SamplerSettings;
  };
}

export function trialToJson(
  { task, before, result }: TrialRecord,
  encoded: (numbers: Float64Array) => string,
): TrialJson {
  const { performance, spins, position, exactEvaluations, seconds, settings } = result;
  const { acceptance, tau, cost, efficiency } = performance;
  const numbers = encoded(Float64Array.of(acceptance ?? Number.NaN, tau, cost, efficiency));
  const kept = { spins: encoded(spins), position, exactEvaluations, seconds, numbers, settings };
  return { task, before: encoded(before), result: kept };
}

export function trialFromJson(
  { task, before, result }: TrialJson,
  decoded: (text: string) => Float64Array,
): TrialRecord {
  const { spins, position, exactEvaluations, seconds, settings } = result;
  const [rate, tau, cost, efficiency] = decoded(result.numbers);
  const performance = { acceptance: Number.isNaN(rate) ? null : rate, tau, cost, efficiency };
  return {
    task,
    before: decoded(before),
    result: { performance, spins: decoded(spins), position, settings, exactEvaluations, seconds },
  };
}
