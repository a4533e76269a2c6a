/** The samplers that a spec can name, `sampling.method`: a new one is its file and a line of METHODS. */
import type { SpinFermionModel } from '../../exact/model.ts';
import type { Proposer, ReversibleKernel } from '../interfaces/reversible-kernel.ts';
import type { Sampler } from '../interfaces/sampler.ts';
import { annealedSampler } from './annealed.ts';
import { independenceSampler } from './flow.ts';
import { hmcSampler } from './hmc.ts';
import { localSampler } from './local.ts';
import { reweightingSampler } from './reweighting.ts';
import { selfLearningSampler } from './self-learning.ts';

/** What a method says of its samples. */
interface SampleTraits {
  /** Every sample carries a weight, `logImportance` of the state, that averages must divide out. */
  readonly weighted: boolean;
  /** The weights are absolute: the mean of e^logImportance is that of W over all directions of all spins, Z/(4π)^N, so that a run knows log Z. */
  readonly normalised: boolean;
  /** A step does not depend on where the chain was: there is nothing to thermalise and nothing to exchange. */
  readonly independent: boolean;
}

/** A method that follows the exact weight and learns nothing. */
interface ExactMethod<Name extends string = string> extends SampleTraits {
  readonly name: Name;
  /** What one step does, for the documentation of the key and for `check --help`. */
  readonly words: string;
  readonly learns: false;
  readonly anneals: false;
  readonly flows: false;
  readonly create: (exact: SpinFermionModel) => Sampler;
}

/** A method that proposes by a flow of uniform spins, without a learned energy. `kernel`: that of the flow. */
export interface FlowMethod<Name extends string = string> extends SampleTraits {
  readonly name: Name;
  readonly words: string;
  readonly learns: false;
  readonly anneals: false;
  readonly flows: true;
  readonly create: (exact: SpinFermionModel, kernel: ReversibleKernel) => Sampler;
}

/** What may set a learning method apart from self-learning. */
interface LearningTraits extends SampleTraits {
  /** A cheap model proposes to the learned one, whose inner chain screens: the run trains both. */
  readonly screens: boolean;
  /** What its proposals are made of may go through a flow before they are decided on or weighted. */
  readonly transports: boolean;
  /** The method that it becomes where a flow of uniform spins takes the place of the learned model. */
  readonly onUniformSpins?: FlowMethod;
}

/** A method with a learned model, by what that proposes with. */
interface MethodThatLearnsBy<Anneals extends boolean, By extends Proposer, Name extends string> extends LearningTraits {
  readonly name: Name;
  readonly words: string;
  readonly learns: true;
  readonly anneals: Anneals;
  readonly flows: false;
  readonly create: (exact: SpinFermionModel, by: By) => Sampler;
}

/** A method that proposes by the inner chain of a learned model. */
type LearningMethod<Name extends string = string> = MethodThatLearnsBy<false, ReversibleKernel, Name>;
/** A method that anneals from spins at random to those of a learned model. */
type AnnealingMethod<Name extends string = string> = MethodThatLearnsBy<true, Proposer, Name>;

export type MethodThatLearns = LearningMethod | AnnealingMethod;
export type SamplingMethod = ExactMethod | FlowMethod | MethodThatLearns;

const CHAIN: SampleTraits = { weighted: false, normalised: false, independent: false };
const ABSOLUTE: SampleTraits = { weighted: true, normalised: true, independent: true };
const PLAIN: LearningTraits = { ...CHAIN, screens: false, transports: true };
const SCREENS: LearningTraits = { ...CHAIN, screens: true, transports: false };
const WEIGHTED: LearningTraits = {
  ...PLAIN,
  weighted: true,
  onUniformSpins: flow(
    'reweighting',
    'configurations of a flow, each with an absolute weight',
    reweightingSampler,
    ABSOLUTE,
  ),
};

/** The methods in the order in which the documentation lists them. */
export const METHODS = [
  learning('self-learning', 'a learned energy proposes, the exact weight decides', selfLearningSampler),
  exact('local', 'a sweep of single-spin moves with the exact weight', (model) => localSampler(model)),
  exact('hmc', 'a trajectory of hybrid Monte Carlo with exact forces', (model) => hmcSampler(model)),
  // Its inner chain screens; what decides is self-learning.
  learning('delayed-acceptance', 'a linear model proposes, the learned one screens', selfLearningSampler, SCREENS),
  learning('reweighting', 'the inner chain alone, every sample with a weight', reweightingSampler, WEIGHTED),
  annealing(
    'annealed',
    'spins at random, annealed to the learned energy: independent samples, each with an absolute weight',
    annealedSampler,
  ),
  flow('flow', 'a flow makes spins of uniform ones, the exact weight decides', independenceSampler),
] as const;

export type MethodName = (typeof METHODS)[number]['name'];

/** The names alone, as a tuple of literals in the order of METHODS. */
type Names<Methods extends readonly SamplingMethod[]> = { readonly [Index in keyof Methods]: Methods[Index]['name'] };
export const METHOD_NAMES = METHODS.map(({ name }) => name) as unknown as Names<typeof METHODS>;

export function methodNamed(name: MethodName): SamplingMethod {
  const found = METHODS.find((method) => method.name === name);
  if (!found) throw new Error(`there is no sampling method ${name}`);
  return found;
}

function exact<const Name extends string>(name: Name, words: string, create: ExactMethod['create']): ExactMethod<Name> {
  return { name, words, learns: false, anneals: false, flows: false, ...CHAIN, create };
}

function learning<const Name extends string>(
  name: Name,
  words: string,
  create: LearningMethod['create'],
  traits: LearningTraits = PLAIN,
): LearningMethod<Name> {
  return { name, words, learns: true, anneals: false, flows: false, ...traits, create };
}

function annealing<const Name extends string>(
  name: Name,
  words: string,
  create: AnnealingMethod['create'],
): AnnealingMethod<Name> {
  return {
    name,
    words,
    learns: true,
    anneals: true,
    flows: false,
    screens: false,
    transports: true,
    ...ABSOLUTE,
    create,
  };
}

function flow<const Name extends string>(
  name: Name,
  words: string,
  create: FlowMethod['create'],
  traits: SampleTraits = CHAIN,
): FlowMethod<Name> {
  return { name, words, learns: false, anneals: false, flows: true, ...traits, create };
}
