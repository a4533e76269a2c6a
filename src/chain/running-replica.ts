/** A replica that is measured and counts what it does: all that a chain is made of, and one temperature of a ladder. */
import { createModel } from '../exact/create.ts';
import type { ModelParameters } from '../exact/model.ts';
import { exactSymmetries } from '../exact/symmetry/exact-symmetries.ts';
import type { RandomStream } from '../numeric/philox.ts';
import { observablesFor } from '../observables/observables-for.ts';
import type { ChainState, Sampler } from '../sampling/interfaces/sampler.ts';
import { symmetryMoves } from '../sampling/moves/symmetry-moves.ts';
import type { ExchangeCost, Replica } from '../sampling/tempering/exchange.ts';
import { sampledParameters } from '../spec/model-parameters.ts';
import type { Spec } from '../spec/spec.ts';
import type { Sample } from './chain.ts';
import { type Counters, count, countTime, kernelTimer, type Times } from './counters.ts';
import { flowOn } from './flow/load-flow.ts';
import type { Job, WatchedJob } from './job.ts';
import { levelsKeeper } from './kept-levels.ts';
import { levelsEvery } from './learning/levels-every.ts';
import { electronsEvery } from './learning/measurement-cost.ts';
import { loadModels, trainingOf } from './learning/models.ts';
import { electronColumns, namesOfRow, type SampleMeasure, sampleWriter } from './sample-row.ts';
import { createSampler } from './sampler-of.ts';
import { isMeasured } from './unmeasured.ts';

/** How many configurations a chain keeps, about. */
const KEPT_CONFIGURATIONS = 100;

/** A chain needs averages far below its error bars, not to the last digit. */
export const MEASUREMENT_TOLERANCE = 1e-7;

/** What replicas are made of, apart from where they are. */
export interface ReplicaParts {
  readonly job: Job;
  readonly spec: Spec;
  readonly parameters: ModelParameters;
  readonly measure: SampleMeasure;
  /** Names of the entries of a row. */
  readonly names: readonly string[];
  /** Spacing of the samples whose levels are kept; undefined where none are. */
  readonly levelsEvery: number | undefined;
  /** Whether electrons are measured in every sample, for somebody who watches. */
  readonly isWatched: boolean;
  readonly newSampler: () => TimedSampler;
}

interface TimedSampler {
  readonly sampler: Sampler;
  /** Milliseconds of its inner chain so far. */
  readonly innerMilliseconds: () => number;
}

/** The parts of a chain at one temperature. */
export function replicaParts(job: WatchedJob): ReplicaParts {
  const { spec, learned, flow: trained, isWatched = false } = job;
  const parameters = sampledParameters(spec);
  const model = createModel(parameters, { measurementTolerance: MEASUREMENT_TOLERANCE });
  const models = learned && loadModels(parameters, learned);
  const flow = trained && flowOn(parameters, trained, models);
  const measure: SampleMeasure = {
    model,
    observables: observablesFor(parameters, spec.observables.families).primary,
    moves: spec.sampling.symmetryMoves ? symmetryMoves(parameters.lattice, exactSymmetries(parameters)) : undefined,
    every: electronsEvery(spec, model, models),
  };
  const newSampler = (): TimedSampler => {
    const { around, milliseconds } = kernelTimer();
    const proposals = learned && models && { models, plan: trainingOf(learned.effective).proposals.plan };
    return { sampler: createSampler(spec, model, { proposals, flow, around }), innerMilliseconds: milliseconds };
  };
  const spacing = spec.sampling.levels ? levelsEvery(spec, model, models) : undefined;
  return { job, spec, parameters, measure, names: namesOfRow(measure), levelsEvery: spacing, isWatched, newSampler };
}

/** Where a replica is. */
export interface ReplicaPosition {
  readonly timed: TimedSampler;
  readonly state: ChainState;
  readonly counters: Counters;
}

export interface RunningReplica extends Replica {
  readonly counters: Counters;
  /** One step, which adapts in the warm-up. `index`: of the sample that it leads to. */
  step(index: number, random: RandomStream): void;
  /** Counts the part that the replica has in an exchange. */
  exchanged(cost: ExchangeCost, milliseconds: number): void;
  /** The sample after the last step. */
  sample(index: number, random: RandomStream): Sample;
  /** Milliseconds by the clock since times were counted last. */
  elapsed(): number;
  /** Counts them as processor time. */
  countTimes(scale: number): void;
}

/** A replica that goes on from where it is; its counters are copied, its state is not. */
export function runningReplica(
  { spec, measure, names, levelsEvery: spacing, isWatched }: ReplicaParts,
  from: ReplicaPosition,
): RunningReplica {
  const { sampler, innerMilliseconds } = from.timed;
  const { state } = from;
  const { warmUp, samples: wanted } = spec.sampling;
  const keepEvery = Math.ceil(wanted / KEPT_CONFIGURATIONS);
  const { row, configuration, write } = sampleWriter(measure, names.length, state.spins);
  const levelsOf = spacing === undefined ? undefined : levelsKeeper(measure.model, spacing, warmUp);
  const unmeasuredRow = isWatched ? rowsWithout(electronColumns(measure)) : undefined;
  const counters = { ...from.counters };
  const times: { -readonly [Part in keyof Times]: number } = { step: 0, inner: 0, measure: 0 };
  let logRatio = Number.NaN;
  return {
    model: measure.model,
    sampler,
    state,
    counters,
    step(index, random) {
      const [began, innerBefore] = [performance.now(), innerMilliseconds()];
      const outcome = sampler.step(state, random);
      if (index < warmUp) sampler.adapt?.();
      count(counters, outcome, index >= warmUp);
      logRatio = outcome.logRatio;
      times.step += performance.now() - began;
      times.inner += innerMilliseconds() - innerBefore;
    },
    exchanged({ exactEvaluations, effectiveEvaluations }, milliseconds) {
      counters.exactEvaluations += exactEvaluations;
      counters.effectiveEvaluations += effectiveEvaluations;
      times.step += milliseconds;
    },
    sample(index, random) {
      const began = performance.now();
      const measured = isMeasured(index, warmUp, measure.every);
      write(state, random, logRatio, measured || isWatched);
      const levels = levelsOf?.(index, state.spins);
      times.measure += performance.now() - began;
      const rows = measured || !unmeasuredRow ? { row } : { row: unmeasuredRow(row), watched: row };
      return (index + 1) % keepEvery === 0 ? { ...rows, configuration, levels } : { ...rows, levels };
    },
    elapsed: () => times.step + times.measure,
    countTimes(scale) {
      countTime(counters, times, scale);
      Object.assign(times, { step: 0, inner: 0, measure: 0 });
    },
  };
}

/** Rows with NaN in some columns; the array is reused by the next call. */
function rowsWithout(columns: readonly number[]): (row: Float64Array) => Float64Array {
  let copy = new Float64Array(0);
  return (row) => {
    if (copy.length !== row.length) copy = new Float64Array(row.length);
    copy.set(row);
    for (const column of columns) copy[column] = Number.NaN;
    return copy;
  };
}

/** Counts processor time, divided among replicas as the clock says. */
export function countProcessor(replicas: readonly RunningReplica[], milliseconds: number): void {
  const elapsed = replicas.reduce((sum, replica) => sum + replica.elapsed(), 0);
  // A browser's clock stands still for a tenth of a millisecond.
  const scale = elapsed > 0 ? milliseconds / elapsed : 0;
  for (const replica of replicas) replica.countTimes(scale);
}

/** The settings and the importance of a replica, for checkpoints. */
export const settingsOf = ({ sampler, state }: Replica) => ({
  ...sampler.settings(),
  logImportance: state.logImportance,
});
