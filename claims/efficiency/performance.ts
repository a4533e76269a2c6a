/** What a run achieves: τ from its chain, seconds from its steps. */
import { ratioOf, SIGMAS } from '../analysis/comparing.ts';
import { type Combined, combined } from '../analysis/seeds.ts';
import type { StepTime } from '../workshop/tasks/step-times.ts';
import type { RunResult } from '../workshop/workshop.ts';
import type { Entry } from './plan.ts';

/** Effective samples are N/2τ of m_s² by the Γ-method; times are processor time. */
export interface Performance {
  /** Effective samples per second without measurements, with them, and per exact evaluation. */
  readonly perSecond: Combined;
  readonly perSecondMeasured: Combined;
  readonly perEvaluation: Combined;
  /** Null for samplers that accept nothing. */
  readonly acceptance: number | null;
  readonly tau: Combined;
  /** Milliseconds of a step. */
  readonly exact: number;
  readonly inner: number;
  readonly measurement: number;
  /** Seconds, the trials that chose how to propose included; 0 without training. */
  readonly training: number;
}

export interface Cell {
  readonly entry: Entry;
  readonly size: number;
  /** Undefined where chains are too short to tell. */
  readonly performance: Performance | undefined;
  /** What it stands for, where a run has chosen by itself. */
  readonly chosen: string;
}

export interface TimedRun {
  readonly result: RunResult;
  /** Of its steps, several times. */
  readonly rounds: readonly StepTime[];
}

export function cellOf(entry: Entry, size: number, runs: readonly TimedRun[]): Cell {
  const known = runs.map(performanceOf).filter((one) => one !== undefined);
  const performance = known.length === runs.length ? over(known) : undefined;
  const chosen = [...new Set(runs.map(({ result }) => choiceWords(result.data.spec)))].join(' or ');
  return { entry, size, performance, chosen };
}

function choiceWords({ sampling, effective }: RunResult['data']['spec']): string {
  const learns = !['local', 'hmc'].includes(sampling.method);
  return learns ? `${sampling.method}, ${[effective.kind].flat().join(' + ')}` : sampling.method;
}

function performanceOf({ result: { data, summary }, rounds }: TimedRun): Performance | undefined {
  const estimate = summary.observables.staggeredMagnetization2;
  if (estimate?.kind !== 'estimate') return undefined;
  const { effectiveSamples, tau, tauError } = estimate;
  const withError = (value: number): Combined => ({ value, error: (value * tauError) / tau });
  const perStep = withError(effectiveSamples / data.spec.sampling.samples);
  const steps = (times: (round: StepTime) => number) =>
    ratioOf(perStep, meanOf(rounds.map((one) => times(one) / 1000)));
  const mean = (key: keyof StepTime) => meanOf(rounds.map((round) => round[key])).value;
  const { cost, acceptance } = summary;
  return {
    perSecond: steps(({ exact, inner }) => exact + inner),
    perSecondMeasured: steps(({ exact, inner, measurement }) => exact + inner + measurement),
    perEvaluation: withError(effectiveSamples / (cost.exactEvaluations - cost.trials.exactEvaluations)),
    acceptance: acceptance.rate,
    tau: { value: tau, error: tauError },
    exact: mean('exact'),
    inner: mean('inner'),
    measurement: mean('measurement'),
    training: cost.training.seconds + cost.trials.seconds,
  };
}

/** With the error that their scatter tells. */
const meanOf = (values: readonly number[]): Combined => combined(values.map((value) => ({ value, error: 0 })));

function over(seeds: readonly Performance[]): Performance {
  const mean = (of: (one: Performance) => number) => seeds.reduce((sum, one) => sum + of(one), 0) / seeds.length;
  const all = (key: 'perSecond' | 'perSecondMeasured' | 'perEvaluation' | 'tau') =>
    combined(seeds.map((one) => one[key]));
  const accepts = seeds.every(({ acceptance }) => acceptance !== null);
  return {
    perSecond: all('perSecond'),
    perSecondMeasured: all('perSecondMeasured'),
    perEvaluation: all('perEvaluation'),
    tau: all('tau'),
    acceptance: accepts ? mean(({ acceptance }) => acceptance ?? 0) : null,
    exact: mean(({ exact }) => exact),
    inner: mean(({ inner }) => inner),
    measurement: mean(({ measurement }) => measurement),
    training: mean(({ training }) => training),
  };
}

/** Effective samples after which a learned sampler has saved its training, beside one that needs none; Infinity where it is no faster. */
export function breakEven({ training, perSecond }: Performance, rival: Performance): Combined {
  const saved = 1 / rival.perSecond.value - 1 / perSecond.value;
  if (saved <= 0) return { value: Number.POSITIVE_INFINITY, error: 0 };
  const seconds = ({ value, error }: Combined) => error / (value * value);
  const value = training / saved;
  return { value, error: (value * Math.hypot(seconds(rival.perSecond), seconds(perSecond))) / saved };
}

/**
 * Milliseconds of an exact weight from which on the better of two learned samplers would be the faster one, from τ_b (c + i_b) = τ_c (c + i_c) with inner
 * chains i; undefined where its τ is not smaller for sure.
 */
export function overtakingCost(better: Performance, cheaper: Performance): Combined | undefined {
  const [b, c] = [better.tau, cheaper.tau];
  const gain = c.value - b.value;
  if (gain <= SIGMAS * Math.hypot(b.error, c.error)) return undefined;
  const value = (b.value * better.inner - c.value * cheaper.inner) / gain;
  const slope = Math.abs(better.inner - cheaper.inner) / (gain * gain);
  return { value, error: slope * Math.hypot(c.value * b.error, b.value * c.error) };
}
