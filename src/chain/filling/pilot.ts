/**
 * Chains that are made to find a chemical potential: the levels of their samples say what would be at any other.
 *
 * They follow an expansion of log W with few poles, which costs half as much or less, or a linear model, which costs next to nothing. Levels give the exact log W, and so the weight of every
 * sample takes the difference into account.
 */
import { classicalEnergy } from '../../exact/classical/energy.ts';
import type { ModelParameters, SpinFermionModel } from '../../exact/model.ts';
import { philoxStream } from '../../numeric/philox.ts';
import type { SamplerSettings } from '../../sampling/interfaces/sampler.ts';
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
  /** The parameters of the linear model whose weight is sampled; that of the electrons is where left out. */
  readonly couplings?: Float64Array | undefined;
  /** Steps in which nothing is kept: trajectories, whose size adapts, or advances of the chain of the linear model. */
  readonly warmUp: number;
  /** Samples: one after every so many steps. */
  readonly samples: number;
  readonly every: number;
}

/** What comes of it: a function of the task. */
export interface PilotSamples {
  /** The 2N levels of every sample, one after the other. */
  readonly levels: Float64Array;
  /** log W of the electrons in every sample, as the chain had it. */
  readonly logWeights: Float64Array;
  /** The spins of every sample, to learn a linear model from. */
  readonly spins: Float64Array;
  /** For every sample of a linear model its terms, less their mean since the sample before: numbers of mean 0. */
  readonly controls: Float64Array;
  readonly to: PilotState;
  /** Evaluations of the exact weight; the levels of a sample count as one. */
  readonly exactEvaluations: number;
}

export interface PilotResult extends PilotSamples {
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

export const streamOf = ({ seed, chain, from }: Pick<PilotTask, 'seed' | 'chain' | 'from'>) =>
  philoxStream(seed, STREAM + chain, from.position);

/** Where a chain of the pilot starts. */
export function pilotStart({ lattice }: ModelParameters, seed: number, chain: number): PilotState {
  const random = philoxStream(seed, STREAM + chain);
  return { spins: startingSpins(lattice, chain, random), position: random.position };
}

/** What the energy of the spins themselves adds to log W. */
export function spinPartOf({ parameters }: Pick<SpinFermionModel, 'parameters'>): (spins: Float64Array) => number {
  const { temperature } = parameters;
  const classical = classicalEnergy(parameters);
  return (spins) => -classical.energy(spins) / temperature;
}
