/**
 * Chains that are made to find a chemical potential: the levels of their samples say what would be at any other.
 *
 * They follow an expansion of log W with few poles, which costs half as much or less. Levels give the exact log W, and so the weight of every sample takes the difference into account.
 */
import { classicalEnergy } from '../../exact/classical.ts';
import { createModel } from '../../exact/create.ts';
import type { ModelParameters, SpinFermionModel } from '../../exact/model.ts';
import { philoxStream } from '../../numeric/philox.ts';
import type { SamplerSettings } from '../../sampling/interfaces/sampler.ts';
import { hmcSampler } from '../../sampling/samplers/hmc.ts';
import { sampledParameters } from '../../spec/model-parameters.ts';
import type { Spec } from '../../spec/spec.ts';
import { withStandIn } from '../../spec/stand-in.ts';
import { startingSpins } from '../start.ts';

/** Where a chain of the pilot is. */
export interface PilotState {
  readonly spins: Float64Array;
  /** Position of its random stream. */
  readonly position: number;
  /** Those of its sampler; left out before the first step. */
  readonly settings?: SamplerSettings;
}

/** A part of a chain of the pilot. */
export interface PilotTask {
  readonly parameters: ModelParameters;
  readonly seed: number;
  /** Chains are numbered from 1: odd ones start hot, even ones cold. */
  readonly chain: number;
  readonly from: PilotState;
  /** Trajectories in which the step size adapts, and nothing is kept. */
  readonly warmUp: number;
  /** Samples: one after every so many trajectories. */
  readonly samples: number;
  readonly every: number;
}

/** What comes of it: a function of the task. */
export interface PilotResult {
  /** The 2N levels of every sample, one after the other. */
  readonly levels: Float64Array;
  /** log W of the electrons in every sample, as the chain had it. */
  readonly logWeights: Float64Array;
  readonly to: PilotState;
  /** Evaluations of the exact weight; the levels of a sample count as one. */
  readonly exactEvaluations: number;
  /** Seconds of one core. */
  readonly seconds: number;
}

export type RunPilot = (task: PilotTask) => PilotResult;

/** Bound on the error of log W in a pilot: weights that differ by so little cost hardly any samples. */
const TOLERANCE = 0.3;

/** The model that the pilot of a spec follows, at any chemical potential. */
export const pilotParameters = (spec: Spec): ModelParameters => ({
  ...sampledParameters(withStandIn(spec)),
  tolerance: TOLERANCE,
});

/** Far from the streams of chains, of the training and of its trials. */
const STREAM = 2 * 4294967296;

const streamOf = ({ seed, chain, from }: PilotTask) => philoxStream(seed, STREAM + chain, from.position);

/** Where a chain of the pilot starts. */
export function pilotStart({ lattice }: ModelParameters, seed: number, chain: number): PilotState {
  const random = philoxStream(seed, STREAM + chain);
  return { spins: startingSpins(lattice, chain, random), position: random.position };
}

/** Makes a part of a pilot. `onStep` is called after every trajectory; what it throws ends the pilot. */
export function runPilot(task: PilotTask, model: SpinFermionModel, onStep: () => void): Omit<PilotResult, 'seconds'> {
  const { from, warmUp, samples, every } = task;
  const random = streamOf(task);
  const sampler = hmcSampler(model);
  if (from.settings) sampler.restore(from.settings);
  const state = sampler.start(from.spins);
  let exactEvaluations = 1;
  const step = () => {
    exactEvaluations += sampler.step(state, random).exactEvaluations;
    onStep();
  };
  for (let k = 0; k < warmUp; k++) {
    step();
    sampler.adapt?.();
  }
  const size = (2 * state.spins.length) / 3;
  const levels = new Float64Array(samples * size);
  const logWeights = new Float64Array(samples);
  const spinPart = spinPartOf(model);
  for (let sample = 0; sample < samples; sample++) {
    for (let k = 0; k < every; k++) step();
    levels.set(model.spectrum(state.spins), sample * size);
    logWeights[sample] = state.logWeight - spinPart(state.spins);
    exactEvaluations++;
  }
  const to = { spins: state.spins, position: random.position, settings: sampler.settings() };
  return { levels, logWeights, to, exactEvaluations };
}

/** What the energy of the spins themselves adds to log W. */
function spinPartOf({ parameters }: SpinFermionModel): (spins: Float64Array) => number {
  const { lattice, exchange, field, temperature } = parameters;
  const classical = classicalEnergy(lattice, exchange, field);
  return (spins) => -classical.energy(spins) / temperature;
}

/** A function that makes parts of pilots one after the other; those at the same chemical potential share a model. */
export function pilotRunner(seconds: () => number, onStep: () => void = () => {}): RunPilot {
  let last: SpinFermionModel | undefined;
  return (task) => {
    const began = seconds();
    const { parameters } = task;
    if (last?.parameters.chemicalPotential !== parameters.chemicalPotential) last = createModel(parameters);
    return { ...runPilot(task, last, onStep), seconds: seconds() - began };
  };
}
