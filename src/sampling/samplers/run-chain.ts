/** A chain in memory, for scripts and tests; runs that must survive an interruption are kept by the runner. */
import { InputError } from '../../errors.ts';
import { philoxStream, type RandomStream } from '../../numeric/philox.ts';
import type { ChainState, Sampler, SamplerSettings, StepOutcome } from '../interfaces/sampler.ts';
import type { SymmetryMoves } from '../moves/symmetry-moves.ts';

/** Numbers by name, of one configuration. */
export type Values<Name extends string = string> = Readonly<Record<Name, number>>;

/** How long a chain runs, and what it records. */
export interface ChainPlan<Name extends string = string> {
  /** Steps discarded, with step sizes adapting; 0 where left out. */
  readonly warmUp?: number;
  /** Steps kept. */
  readonly samples: number;
  /** What to record after each kept step: always the same names. `measuring` makes it from observables. */
  readonly measure: (state: ChainState) => Values<Name>;
  /** Random symmetric copies of the states are measured; the states themselves where left out. */
  readonly moves?: SymmetryMoves | undefined;
}

/** Sums of step outcomes. */
export type OutcomeTotals = Readonly<Omit<Record<keyof StepOutcome, number>, 'logRatio'>>;

/** What a chain has recorded, one entry per kept step. */
export interface ChainRecord<Name extends string = string> {
  /** A series for each name, as long as there are samples. */
  readonly series: Readonly<Record<Name, Float64Array>>;
  /** log of the weight of each sample; all 0 unless the sampler reweights. */
  readonly logImportance: Float64Array;
  /** log of the acceptance ratio of each step. */
  readonly logRatio: Float64Array;
  /** Sums over the kept steps. */
  readonly totals: OutcomeTotals;
  /** Where the chain ended, to go on from there. */
  readonly checkpoint: ChainCheckpoint;
}

/** All that a chain needs to go on bit for bit: plain data, of the size of its spins. */
export interface ChainCheckpoint {
  /** The sampler that left it, by name. */
  readonly sampler: string;
  readonly state: ChainState;
  readonly random: Pick<RandomStream, 'seed' | 'stream' | 'position'>;
  readonly settings: SamplerSettings;
}

/**
 * Runs on from `state`, which changes: first adapting, then measuring after every step.
 *
 * Throws InputError for numbers of steps that are no whole numbers, and where `measure` does not return the same names every time.
 */
export function runChain<Name extends string>(
  sampler: Sampler,
  state: ChainState,
  random: RandomStream,
  plan: ChainPlan<Name>,
): ChainRecord<Name> {
  const { warmUp = 0, samples } = plan;
  requireCount('warmUp', warmUp);
  requireCount('samples', samples);
  for (let step = 0; step < warmUp; step++) {
    sampler.step(state, random);
    sampler.adapt?.();
  }
  const recorder = recorderOf(state, random, plan);
  const logImportance = new Float64Array(samples);
  const logRatio = new Float64Array(samples);
  let totals: OutcomeTotals = NOTHING;
  for (let sample = 0; sample < samples; sample++) {
    const outcome = sampler.step(state, random);
    totals = addOutcome(totals, outcome);
    logImportance[sample] = state.logImportance;
    logRatio[sample] = outcome.logRatio;
    recorder.record(sample);
  }
  return { series: recorder.series, logImportance, logRatio, totals, checkpoint: checkpointOf(sampler, state, random) };
}

/**
 * Goes on where a chain ended, bit for bit as if it had not. `sampler`: one made like the one that left the checkpoint; its settings are replaced. The
 * checkpoint stays as it is. Throws InputError for the checkpoint of another sampler.
 */
export function resumeChain<Name extends string>(
  sampler: Sampler,
  { sampler: name, state, random, settings }: ChainCheckpoint,
  plan: ChainPlan<Name>,
): ChainRecord<Name> {
  if (name !== sampler.name)
    throw new InputError(`expected the checkpoint of a chain of ${sampler.name}, found one of ${name}`);
  sampler.restore(settings);
  const stream = philoxStream(random.seed, random.stream, random.position);
  return runChain(sampler, { ...state, spins: state.spins.slice() }, stream, plan);
}

/** Measures the state, or a symmetric copy of it, into series. */
function recorderOf<Name extends string>(
  state: ChainState,
  random: RandomStream,
  { samples, measure, moves }: ChainPlan<Name>,
) {
  const copy = state.spins.slice();
  const series = {} as Record<Name, Float64Array>;
  return {
    series,
    record(sample: number): void {
      moves?.draw(state.spins, random, copy);
      const values = measure(moves ? { ...state, spins: copy } : state);
      if (sample === 0) for (const name in values) series[name] = new Float64Array(samples);
      requireNames(Object.keys(series), Object.keys(values), sample);
      for (const name in values) series[name][sample] = values[name];
    },
  };
}

function requireCount(name: string, value: number): void {
  if (Number.isSafeInteger(value) && value >= 0) return;
  throw new InputError(`${name}: expected a whole number of steps, 0 or more, found ${value}`);
}

function requireNames(known: readonly string[], found: readonly string[], sample: number): void {
  if (found.length === known.length && found.every((name) => known.includes(name))) return;
  const names = (list: readonly string[]) => list.join(', ') || 'none';
  throw new InputError(
    `measure: expected the names ${names(known)} every time, found ${names(found)} at sample ${sample}`,
  );
}

const checkpointOf = (
  sampler: Sampler,
  state: ChainState,
  { seed, stream, position }: RandomStream,
): ChainCheckpoint => ({
  sampler: sampler.name,
  state: { ...state, spins: state.spins.slice() },
  random: { seed, stream, position },
  settings: sampler.settings(),
});

const NOTHING: OutcomeTotals = {
  proposed: 0,
  accepted: 0,
  exactEvaluations: 0,
  effectiveEvaluations: 0,
  innerProposed: 0,
  innerAccepted: 0,
};

function addOutcome(a: OutcomeTotals, b: StepOutcome): OutcomeTotals {
  return {
    proposed: a.proposed + b.proposed,
    accepted: a.accepted + b.accepted,
    exactEvaluations: a.exactEvaluations + b.exactEvaluations,
    effectiveEvaluations: a.effectiveEvaluations + b.effectiveEvaluations,
    innerProposed: a.innerProposed + b.innerProposed,
    innerAccepted: a.innerAccepted + b.innerAccepted,
  };
}
