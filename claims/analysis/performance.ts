/** The performance of a sampler: τ from a run, seconds from its steps. */
import type { StepTime } from '../workshop/tasks/step-times.ts';
import type { RunResult } from '../workshop/workshop.ts';
import { differenceOf, isAbove, ratioOf } from './comparing.ts';
import { type Combined, combined, mean } from './seeds.ts';

/** Effective samples are N/2τ of m_s² by the Γ-method; times are processor time. */
export interface Performance {
  /** Effective samples per second without measurements, with them, and per exact evaluation. */
  readonly perSecond: Combined;
  readonly perSecondMeasured: Combined;
  readonly perEvaluation: Combined;
  /** The acceptance; null for samplers that accept nothing. */
  readonly acceptance: number | null;
  readonly tau: Combined;
  /** Milliseconds per step. */
  readonly exact: number;
  readonly inner: number;
  readonly measurement: number;
  /** Seconds, including the trials that chose how to propose; 0 without training. */
  readonly training: number;
}

export interface TimedRun {
  readonly result: RunResult;
  /** The times of further steps, measured several times. */
  readonly rounds: readonly StepTime[];
}

/** The performance of one run; undefined where its chain is too short to tell. */
export function performanceOf({ result: { data, summary }, rounds }: TimedRun): Performance | undefined {
  const estimate = summary.observables.staggeredMagnetization2;
  if (estimate?.kind !== 'estimate') return undefined;
  const { effectiveSamples, tau, tauError } = estimate;
  const withError = (value: number): Combined => ({ value, error: (value * tauError) / tau });
  const perStep = withError(effectiveSamples / data.spec.sampling.samples);
  const rate = (times: (round: StepTime) => number) =>
    ratioOf(perStep, scattered(rounds.map((round) => times(round) / 1000)));
  const time = (key: keyof StepTime) => mean(rounds.map((round) => round[key]));
  const { cost, acceptance } = summary;
  return {
    perSecond: rate(({ exact, inner }) => exact + inner),
    perSecondMeasured: rate(({ exact, inner, measurement }) => exact + inner + measurement),
    perEvaluation: withError(effectiveSamples / (cost.exactEvaluations - cost.trials.exactEvaluations)),
    acceptance: acceptance.rate,
    tau: { value: tau, error: tauError },
    exact: time('exact'),
    inner: time('inner'),
    measurement: time('measurement'),
    training: cost.training.seconds + cost.trials.seconds,
  };
}

/** The mean, with the error that follows from the scatter. */
const scattered = (values: readonly number[]): Combined => combined(values.map((value) => ({ value, error: 0 })));

/** The performance over seeds. */
export function averagePerformance(seeds: readonly Performance[]): Performance {
  const plain = (key: 'exact' | 'inner' | 'measurement' | 'training') => mean(seeds.map((seed) => seed[key]));
  const all = (key: 'perSecond' | 'perSecondMeasured' | 'perEvaluation' | 'tau') =>
    combined(seeds.map((seed) => seed[key]));
  const accepts = seeds.every(({ acceptance }) => acceptance !== null);
  return {
    perSecond: all('perSecond'),
    perSecondMeasured: all('perSecondMeasured'),
    perEvaluation: all('perEvaluation'),
    tau: all('tau'),
    acceptance: accepts ? mean(seeds.map(({ acceptance }) => acceptance ?? 0)) : null,
    exact: plain('exact'),
    inner: plain('inner'),
    measurement: plain('measurement'),
    training: plain('training'),
  };
}

/** The number of effective samples after which a learned sampler has saved the time of its training, beside one that needs none; Infinity where it is no faster. */
export function breakEven({ training, perSecond }: Performance, untrained: Performance): Combined {
  const saved = 1 / untrained.perSecond.value - 1 / perSecond.value;
  if (saved <= 0) return { value: Number.POSITIVE_INFINITY, error: 0 };
  const seconds = ({ value, error }: Combined) => error / (value * value);
  const value = training / saved;
  return { value, error: (value * Math.hypot(seconds(untrained.perSecond), seconds(perSecond))) / saved };
}

/**
 * The milliseconds of an exact weight beyond which the better of two learned samplers would be the faster one, from τ_b (c + i_b) = τ_c (c + i_c) with
 * inner chains i; undefined where its τ is not smaller for sure.
 */
export function overtakingCost(better: Performance, cheaper: Performance): Combined | undefined {
  const [b, c] = [better.tau, cheaper.tau];
  const gain = differenceOf(c, b);
  if (!isAbove(gain, 0)) return undefined;
  const value = (b.value * better.inner - c.value * cheaper.inner) / gain.value;
  const slope = Math.abs(better.inner - cheaper.inner) / (gain.value * gain.value);
  return { value, error: slope * Math.hypot(c.value * b.error, b.value * c.error) };
}
