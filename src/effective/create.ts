/** Builds effective models: the registry of kinds. A new one is its file and an entry here, from which specs, checks and documentation follow. */
import { InputError } from '../errors.ts';
import type { ModelParameters } from '../exact/model.ts';
import { defaultEngine, type Engine } from '../wasm/engine.ts';
import { checkedEffectiveModel } from './checked-model.ts';
import { checkOptions, list, type Option } from './choice.ts';
import { convolutionModel } from './comparison/convolution.ts';
import { plainCnnModel } from './comparison/plain-cnn.ts';
import { standardAttentionModel } from './comparison/standard-attention.ts';
import { linearModel } from './linear.ts';
import type { EffectiveChoice, EffectiveModel } from './model.ts';
import { nodalModel } from './nodal/nodal.ts';
import { sumOfModels } from './sum.ts';
import { transformerModel } from './transformer.ts';
import { withClassical } from './with-classical.ts';

interface Kind {
  /** The keys of `[effective]` that this kind knows. */
  readonly options: readonly Option[];
  /** Models that are local on purpose: "all" shells of a spec leave them their own few. */
  readonly isLocal?: boolean;
  make(parameters: ModelParameters, choice: EffectiveChoice, engine: Engine): EffectiveModel;
}

const KINDS = {
  linear: {
    options: ['shells'],
    make: ({ lattice }, choice, engine) => linearModel(lattice, choice, engine),
  },
  transformer: {
    options: ['shells', 'blocks', 'smeared', 'crossReadout', 'normalised', 'window'],
    make: ({ lattice }, choice, engine) => transformerModel(lattice, choice, engine),
  },
  nodal: { options: ['shells'], make: nodalModel },
  convolution: {
    isLocal: true,
    options: ['shells', 'layers', 'channels'],
    make: ({ lattice }, choice) => convolutionModel(lattice, choice),
  },
  'plain-cnn': {
    isLocal: true,
    options: ['shells', 'layers', 'channels'],
    make: ({ lattice }, choice) => plainCnnModel(lattice, choice),
  },
  'standard-attention': {
    options: ['layers', 'channels'],
    make: ({ lattice }, choice) => standardAttentionModel(lattice, choice),
  },
} as const satisfies Readonly<Record<string, Kind>>;

/** The built-in kinds of effective models. */
export type EffectiveKind = keyof typeof KINDS;

/** Their names in the order of the documentation. */
export const EFFECTIVE_KINDS = Object.keys(KINDS) as [EffectiveKind, ...EffectiveKind[]];

/** The options that a kind knows, and whether it is meant to be local. */
export const traitsOf = (kind: EffectiveKind): Pick<Kind, 'options' | 'isLocal'> => KINDS[kind];

/**
 * One model, or the sum of several, for the free energy of the exact model with these parameters: learned for the electrons, with the spins' own energy added. Throws InputError for a choice that
 * cannot be made on this lattice.
 */
export function createEffectiveModel(
  parameters: ModelParameters,
  choice: EffectiveChoice | readonly EffectiveChoice[],
  engine: Engine = defaultEngine(),
): EffectiveModel {
  return checkedEffectiveModel(withClassical(learnedModel(parameters, choice, engine), parameters));
}

/** The learned part alone, as a whole model: what weights are that have learned the spins' own energy too. */
export const createWholeModel = (
  parameters: ModelParameters,
  choice: EffectiveChoice | readonly EffectiveChoice[],
  engine: Engine = defaultEngine(),
): EffectiveModel => checkedEffectiveModel(learnedModel(parameters, choice, engine));

function learnedModel(
  parameters: ModelParameters,
  choice: EffectiveChoice | readonly EffectiveChoice[],
  engine: Engine,
): EffectiveModel {
  const choices = [choice].flat() as EffectiveChoice[];
  if (choices.length === 0) throw unknownKind('none');
  const models = choices.map((one) => create(parameters, one, engine));
  return models.length === 1 ? models[0] : sumOfModels(models);
}

function create(parameters: ModelParameters, choice: EffectiveChoice, engine: Engine): EffectiveModel {
  if (!Object.hasOwn(KINDS, choice.kind)) throw unknownKind(JSON.stringify(choice.kind));
  const { options, make }: Kind = KINDS[choice.kind as EffectiveKind];
  checkOptions(choice, options);
  return make(parameters, choice, engine);
}

function unknownKind(found: string): InputError {
  return new InputError(`kind: expected ${list(Object.keys(KINDS))}, found ${found}\n  did you mean "transformer"?`);
}
