/** The chain of a run: a sampler, the observables after each of its steps, and the state that brings it back with the same bits. */
import { loadModel } from '../../effective/weights/model-files.ts';
import { createModel } from '../../exact/create.ts';
import type { SpinFermionModel } from '../../exact/model.ts';
import { philoxStream, type RandomStream } from '../../numeric/philox.ts';
import type { Observable } from '../../observables/observable.ts';
import { observablesFor } from '../../observables/observables-for.ts';
import type { ChainState, Sampler, StepOutcome } from '../../sampling/sampler.ts';
import { modelParameters } from '../model-parameters.ts';
import type { Chain, ChainProgram } from '../runner/program.ts';
import type { Spec } from '../spec/spec.ts';
import type { Checkpoint } from '../store/store.ts';
import { cpuMilliseconds } from './cpu-time.ts';
import type { Job } from './job.ts';
import { createSampler } from './samplers.ts';
import { startingSpins } from './start.ts';

/** Columns of the store besides the observables. */
export const LOG_RATIO = 'logRatio';
export const LOG_IMPORTANCE = 'logImportance';

/** How many configurations a chain keeps, about. */
const KEPT_CONFIGURATIONS = 100;

const FRESH = {
  ...{ proposed: 0, accepted: 0, innerProposed: 0, innerAccepted: 0 },
  ...{ exactEvaluations: 0, effectiveEvaluations: 0, milliseconds: 0 },
};
type Counters = typeof FRESH;

/** What a chain is made of, apart from where it is. */
interface Parts {
  readonly spec: Spec;
  readonly model: SpinFermionModel;
  readonly observables: readonly Observable[];
}

/** `argument`: a Job. */
export function createProgram(argument: unknown): ChainProgram {
  const { spec, effective } = argument as Job;
  const parameters = modelParameters(spec);
  const newSampler = () =>
    createSampler(
      spec.sampling.method,
      parts.model,
      effective && loadModel(parameters, effective.card, effective.weights),
    );
  const parts = { spec, model: createModel(parameters), observables: observablesFor(parameters).primary };
  return {
    names: [...parts.observables.map(({ name }) => name), LOG_RATIO, LOG_IMPORTANCE],
    start(seed, chain) {
      const random = philoxStream(seed, chain);
      const sampler = newSampler();
      const state = sampler.start(startingSpins(parameters.lattice, chain, random));
      return runningChain(parts, { sampler, state, random, samples: 0, counters: FRESH });
    },
    resume(seed, chain, checkpoint) {
      const { samples, spins, logWeight, randomPosition, settings } = checkpoint;
      const { logImportance = 0, ...samplerSettings } = settings;
      const sampler = newSampler();
      sampler.restore(samplerSettings);
      const state = { spins: spins.slice(), logWeight, logImportance };
      const random = philoxStream(seed, chain, randomPosition);
      return runningChain(parts, { sampler, state, random, samples, counters: checkpoint.counters as Counters });
    },
  };
}

interface Position {
  readonly sampler: Sampler;
  readonly state: ChainState;
  readonly random: RandomStream;
  readonly samples: number;
  readonly counters: Counters;
}

function runningChain({ spec, model, observables }: Parts, from: Position): Chain {
  const { sampler, state, random } = from;
  const { warmUp, samples: wanted } = spec.sampling;
  const keepEvery = Math.ceil(wanted / KEPT_CONFIGURATIONS);
  const row = new Float64Array(observables.length + 2);
  const counters = { ...from.counters };
  let { samples } = from;
  return {
    advance() {
      const began = cpuMilliseconds();
      const outcome = sampler.step(state, random);
      if (samples < warmUp) sampler.adapt?.();
      count(counters, outcome, samples >= warmUp);
      const measurement = { ...model.measure(state.spins), logWeight: state.logWeight };
      for (const [index, { evaluate }] of observables.entries()) row[index] = evaluate(state.spins, measurement);
      row[observables.length] = outcome.logRatio;
      row[observables.length + 1] = state.logImportance;
      counters.milliseconds += cpuMilliseconds() - began;
      samples++;
      return samples % keepEvery === 0 ? { row, configuration: state.spins } : { row };
    },
    checkpoint: (): Checkpoint => ({
      ...{ samples, spins: state.spins, logWeight: state.logWeight, randomPosition: random.position, counters },
      settings: { ...sampler.settings(), logImportance: state.logImportance },
    }),
  };
}

/** Rates are of the measured part; costs are of everything. */
function count(counters: Counters, outcome: StepOutcome, measured: boolean): void {
  counters.exactEvaluations += outcome.exactEvaluations;
  counters.effectiveEvaluations += outcome.effectiveEvaluations;
  if (!measured) return;
  for (const key of ['proposed', 'accepted', 'innerProposed', 'innerAccepted'] as const) counters[key] += outcome[key];
}
