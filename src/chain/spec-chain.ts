/** The chain of a run: a sampler, the observables after each of its steps, and the state from which it goes on bit-identically. */
import { createModel } from '../exact/create.ts';
import type { Measurement, ModelParameters, SpinFermionModel } from '../exact/model.ts';
import { exactSymmetries } from '../exact/symmetry/exact-symmetries.ts';
import { philoxStream, type RandomStream } from '../numeric/philox.ts';
import { accuracyOf } from '../observables/accuracy.ts';
import { evaluateAll } from '../observables/family.ts';
import type { Observable } from '../observables/observable.ts';
import { observablesFor } from '../observables/observables-for.ts';
import { innerChain } from '../sampling/inner/inner-chain.ts';
import { sameSpins } from '../sampling/interfaces/chain-state.ts';
import type { ReversibleKernel } from '../sampling/interfaces/reversible-kernel.ts';
import type { ChainState, Sampler } from '../sampling/interfaces/sampler.ts';
import { type SymmetryMoves, symmetryMoves } from '../sampling/moves/symmetry-moves.ts';
import { modelParameters } from '../spec/model-parameters.ts';
import type { Spec } from '../spec/spec.ts';
import type { Chain, ChainProgram } from './chain.ts';
import type { Checkpoint } from './checkpoint.ts';
import { type Counters, count, countTime, NOTHING_COUNTED, timedKernel } from './counters.ts';
import { cpuMilliseconds } from './cpu-time.ts';
import type { Job } from './job.ts';
import { type LearnedModels, loadModels, trainingOf } from './learning/models.ts';
import { createSampler } from './sampler-of.ts';
import { startingSpins } from './start.ts';

/** Columns of the store besides the observables. */
export const LOG_RATIO = 'logRatio';
export const LOG_IMPORTANCE = 'logImportance';

/** How many configurations a chain keeps, about. */
const KEPT_CONFIGURATIONS = 100;

/** A chain needs averages far below its error bars, not to the last digit. */
export const MEASUREMENT_TOLERANCE = 1e-8;

/** What a chain is made of, apart from where it is. */
interface Parts {
  readonly spec: Spec;
  readonly model: SpinFermionModel;
  readonly observables: readonly Observable[];
  readonly moves: SymmetryMoves | undefined;
}

/** `argument`: a Job. */
export function createProgram(argument: unknown): ChainProgram {
  const { spec, learned } = argument as Job;
  const parameters = modelParameters(spec);
  const model = createModel(parameters, { measurementTolerance: MEASUREMENT_TOLERANCE });
  const moves = spec.sampling.symmetryMoves
    ? symmetryMoves(parameters.lattice, exactSymmetries(parameters))
    : undefined;
  const parts = { spec, model, observables: observablesFor(parameters).primary, moves };
  const newSampler = (): TimedSampler => {
    const inner = learned && timedKernel(learnedChain(parameters, learned));
    const sampler = createSampler(spec, model, inner?.kernel);
    return { sampler, innerMilliseconds: () => inner?.milliseconds() ?? 0 };
  };
  return {
    names: [...parts.observables.map(({ name }) => name), LOG_RATIO, LOG_IMPORTANCE],
    // Energies per site are of order 1.
    resolution: accuracyOf(parts.observables[0], model.measurementErrors, 1).resolution,
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

function runningChain({ spec, model, observables, moves }: Parts, from: Position): Chain {
  const { timed, state, random } = from;
  const { sampler, innerMilliseconds } = timed;
  const { warmUp, samples: wanted } = spec.sampling;
  const keepEvery = Math.ceil(wanted / KEPT_CONFIGURATIONS);
  const row = new Float64Array(observables.length + 2);
  const evaluate = evaluateAll(observables);
  const averages = measuredOnce(model);
  const copy = moves ? new Float64Array(state.spins.length) : state.spins;
  const counters = { ...from.counters };
  let { samples } = from;

  function measure(): void {
    const here = averages(state);
    const measurement = moves ? moves.draw(state.spins, random, copy)(here) : here;
    evaluate(copy, measurement, row);
  }

  return {
    advance() {
      const processor = cpuMilliseconds();
      const innerBefore = innerMilliseconds();
      const began = performance.now();
      const outcome = sampler.step(state, random);
      if (samples < warmUp) sampler.adapt?.();
      count(counters, outcome, samples >= warmUp);
      const stepped = performance.now();
      measure();
      row[observables.length] = outcome.logRatio;
      row[observables.length + 1] = state.logImportance;
      const ended = performance.now();
      const parts = { step: stepped - began, inner: innerMilliseconds() - innerBefore, measure: ended - stepped };
      countTime(counters, parts, cpuMilliseconds() - processor);
      samples++;
      return samples % keepEvery === 0 ? { row, configuration: copy } : { row };
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

/**
 * The averages over the electrons. Where the chain stays, so do they; but only with log W to the last bit, which they contain: a chain that was interrupted
 * computes them again from its checkpoint, and must get the same.
 */
function measuredOnce(model: SpinFermionModel): (state: ChainState) => Measurement {
  let known: { readonly spins: Float64Array; readonly measurement: Measurement } | undefined;
  return ({ spins, logWeight }) => {
    if (!known || known.measurement.logWeight !== logWeight || !sameSpins(known.spins, spins))
      known = { spins: spins.slice(), measurement: model.measure(spins, logWeight) };
    return known.measurement;
  };
}

/** The chain that the learned models of a run propose with. */
function learnedChain(parameters: ModelParameters, learned: LearnedModels): ReversibleKernel {
  const { plan } = trainingOf(learned.effective).proposals;
  return innerChain(loadModels(parameters, learned), parameters.temperature, plan);
}
