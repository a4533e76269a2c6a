/** The model card: what a learned model is, in JSON beside its weights. */
import type { LatticeSpec } from '../../lattice/lattice.ts';
import type { EffectiveChoice, EffectiveModel } from '../model.ts';
import { parseCard } from './parse-card.ts';

export const CARD_FORMAT = 'spinformer model';
const CARD_VERSION = 1;

/** A model card: plain JSON that, together with the weights, is a learned model. */
export interface ModelCard {
  readonly format: typeof CARD_FORMAT;
  readonly version: number;
  /** The kind of the model. */
  readonly kind: string;
  /** What was learned: the energy of the electrons, to which that of the spins is added. In cards without it, of older versions, it was the sum. */
  readonly learned?: 'electrons';
  /** What `createEffectiveModel` makes the model from. */
  readonly choice: EffectiveChoice | readonly EffectiveChoice[];
  /** The lattice it was trained on. */
  readonly lattice: LatticeSpec;
  /** Parameters by name, in the order of θ: the same numbers as in the weights, to be read by people and to hold both files together. */
  readonly parameters: Readonly<Record<string, number>>;
  /** How it was trained and how well: whatever JSON the training reports. */
  readonly training: Readonly<Record<string, unknown>>;
}

/** The card of a model; `training`: whatever its training reports. */
export function modelCard(model: EffectiveModel, training: ModelCard['training'] = {}): ModelCard {
  const parameters = model.parameterNames.map((name, k) => [name, model.parameters[k]]);
  return {
    format: CARD_FORMAT,
    version: CARD_VERSION,
    kind: model.kind,
    learned: 'electrons',
    choice: model.describe(),
    lattice: model.lattice.spec,
    parameters: Object.fromEntries(parameters),
    training,
  };
}

/** The model card in a text; throws InputError where that is none of this version. */
export const parseModelCard = (text: string): ModelCard =>
  parseCard(text, 'model card', {
    format: CARD_FORMAT,
    version: CARD_VERSION,
    objects: ['choice', 'lattice', 'parameters'],
  }) as unknown as ModelCard;
