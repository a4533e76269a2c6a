/** The chain of a run: a sampler, the observables after each of its steps, and the state from which it goes on bit-identically. */
import { createModel } from '../exact/create.ts';
import type { ModelParameters } from '../exact/model.ts';
import { exactSymmetries } from '../exact/symmetry/exact-symmetries.ts';
import { philoxStream, type RandomStream } from '../numeric/philox.ts';
import { accuracyOf } from '../observables/accuracy.ts';
import { observablesFor } from '../observables/observables-for.ts';
import { innerChain, type ProposalModels } from '../sampling/inner/inner-chain.ts';
import type { ReversibleKernel } from '../sampling/interfaces/reversible-kernel.ts';
import type { ChainState, Sampler } from '../sampling/interfaces/sampler.ts';
import { symmetryMoves } from '../sampling/moves/symmetry-moves.ts';
import { methodNamed } from '../sampling/samplers/methods.ts';
import { sampledParameters } from '../spec/model-parameters.ts';
import type { Spec } from '../spec/spec.ts';
import type { Chain, ChainProgram } from './chain.ts';
import type { Checkpoint } from './checkpoint.ts';
import { type Counters, count, countTime, NOTHING_COUNTED, timedKernel } from './counters.ts';
import { cpuMilliseconds } from './cpu-time.ts';
import type { Job } from './job.ts';
import { levelsKeeper } from './kept-levels.ts';
import { levelsEvery } from './learning/levels-every.ts';
import { electronsEvery } from './learning/measurement-cost.ts';
import { type LearnedModels, loadModels, trainingOf } from './learning/models.ts';
import { LOG_IMPORTANCE, namesOfRow, type SampleMeasure, sampleWriter } from './sample-row.ts';
import { createSampler } from './sampler-of.ts';
import { startingSpins } from './start.ts';
import { isMeasured } from './unmeasured.ts';

/** How many configurations a chain keeps, about. */
const KEPT_CONFIGURATIONS = 100;

/** A chain needs averages far below its error bars, not to the last digit. */
export const MEASUREMENT_TOLERANCE = 1e-7;

/** What a chain is made of, apart from where it is. */
interface Parts {
  readonly spec: Spec;
  readonly measure: SampleMeasure;
  /** Entries of a row. */
  readonly columns: number;
  /** Spacing of the samples whose levels are kept; undefined where none are. */
  readonly levelsEvery: number | undefined;
}

/** `argument`: a Job. */
export function createProgram(argument: unknown): ChainProgram {
  const { spec, learned } = argument as Job;
  const parameters = sampledParameters(spec);
  const model = createModel(parameters, { measurementTolerance: MEASUREMENT_TOLERANCE });
  const models = learned && loadModels(parameters, learned);
  const measure: SampleMeasure = {
    model,
    observables: observablesFor(parameters).primary,
    moves: spec.sampling.symmetryMoves ? symmetryMoves(parameters.lattice, exactSymmetries(parameters)) : undefined,
    every: electronsEvery(spec, model, models),
  };
  const names = namesOfRow(measure);
  const parts: Parts = {
    spec,
    measure,
    columns: names.length,
    levelsEvery: spec.sampling.levels ? levelsEvery(model, models) : undefined,
  };
  const newSampler = (): TimedSampler => {
    const inner = learned && models && timedKernel(learnedChain(models, parameters, learned));
    const sampler = createSampler(spec, model, inner?.kernel);
    return { sampler, innerMilliseconds: () => inner?.milliseconds() ?? 0 };
  };
  return {
    names,
    // Energies per site are of order 1.
    resolution: accuracyOf(measure.observables[0], model.measurementErrors, 1).resolution,
    logImportance: methodNamed(spec.sampling.method).weighted ? LOG_IMPORTANCE : undefined,
    start(seed, chain) {
      const random = philoxStream(seed, chain);
      const timed = newSampler();
      const state = timed.sampler.start(startingSpins(parameters.lattice, chain, random));
      return runningChain(parts, { timed, state, random, samples: 0, counters: NOTHING_COUNTED });
    },
    resume(seed, chain, checkpoint) {
      const { samples, spins, logWeight, randomPosition, settings } = checkpoint;
      const { logImportance = 0, ...samplerSettings } = settings;
      const timed = newSampler();
      timed.sampler.restore(samplerSettings);
      const state = { spins: spins.slice(), logWeight, logImportance };
      const random = philoxStream(seed, chain, randomPosition);
      return runningChain(parts, {
        timed,
        state,
        random,
        samples,
        counters: { ...NOTHING_COUNTED, ...checkpoint.counters },
      });
    },
  };
}

interface TimedSampler {
  readonly sampler: Sampler;
  /** Milliseconds of its inner chain so far. */
  readonly innerMilliseconds: () => number;
}

interface Position {
  readonly timed: TimedSampler;
  readonly state: ChainState;
  readonly random: RandomStream;
  readonly samples: number;
  readonly counters: Counters;
}

function runningChain({ spec, measure, columns, levelsEvery: spacing }: Parts, from: Position): Chain {
  const { timed, state, random } = from;
  const { sampler, innerMilliseconds } = timed;
  const { warmUp, samples: wanted } = spec.sampling;
  const keepEvery = Math.ceil(wanted / KEPT_CONFIGURATIONS);
  const { row, configuration, write } = sampleWriter(measure, columns, state.spins);
  const levelsOf = spacing === undefined ? undefined : levelsKeeper(measure.model, spacing, warmUp);
  const counters = { ...from.counters };
  let { samples } = from;

  return {
    advance() {
      const processor = cpuMilliseconds();
      const innerBefore = innerMilliseconds();
      const began = performance.now();
      const outcome = sampler.step(state, random);
      if (samples < warmUp) sampler.adapt?.();
      count(counters, outcome, samples >= warmUp);
      const stepped = performance.now();
      write(state, random, outcome.logRatio, isMeasured(samples, warmUp, measure.every));
      const levels = levelsOf?.(samples, state.spins);
      const ended = performance.now();
      const parts = { step: stepped - began, inner: innerMilliseconds() - innerBefore, measure: ended - stepped };
      countTime(counters, parts, cpuMilliseconds() - processor);
      samples++;
      return samples % keepEvery === 0 ? { row, configuration, levels } : { row, levels };
    },
    checkpoint: (): Checkpoint => ({
      samples,
      spins: state.spins,
      logWeight: state.logWeight,
      randomPosition: random.position,
      counters,
      settings: { ...sampler.settings(), logImportance: state.logImportance },
    }),
  };
}

/** The chain that the learned models of a run propose with. */
function learnedChain(models: ProposalModels, parameters: ModelParameters, learned: LearnedModels): ReversibleKernel {
  const { plan } = trainingOf(learned.effective).proposals;
  return innerChain(models, parameters.temperature, plan);
}
