/** Learned models to files and back, on the lattice they were trained on or another one. */
import { InputError } from '../../errors.ts';
import type { ModelParameters } from '../../exact/model.ts';
import { infiniteLatticeOf } from '../../lattice/kinds/infinite-lattice-of.ts';
import { latticeDifference } from '../../lattice/lattice-difference.ts';
import { OWN } from '../../lattice/own/faults.ts';
import type { Engine } from '../../wasm/engine.ts';
import { createEffectiveModel, createWholeModel } from '../create.ts';
import type { EffectiveModel } from '../model.ts';
import { CARD_FORMAT, type ModelCard } from './card.ts';
import { readSafetensors, writeSafetensors } from './safetensors.ts';

/** θ as one tensor, "parameters"; the card has the names. */
export function modelWeights(model: EffectiveModel): Uint8Array<ArrayBuffer> {
  const values = model.parameters.slice();
  return writeSafetensors({
    tensors: { parameters: { shape: [values.length], values } },
    metadata: { format: CARD_FORMAT },
  });
}

/**
 * The model of a card with its weights. Weights depend on shells only, so the lattice of `parameters` may have another size.
 *
 * A card of a version that learned the whole free energy gives a model of the whole.
 *
 * Throws InputError where the lattice has other primitive vectors, another basis or other shells, or lacks a shell, where the parameters of the model do not carry over to it
 * (nodal), and where weights and card do not belong together.
 */
export function loadModel(
  parameters: ModelParameters,
  card: ModelCard,
  weights: Uint8Array,
  engine?: Engine,
): EffectiveModel {
  requireLattice(parameters, card);
  const create = card.learned === 'electrons' ? createEffectiveModel : createWholeModel;
  const model = create(parameters, card.choice, engine);
  checkNames(model, card);
  model.parameters.set(matchedWeights(card, weights));
  return model;
}

/** Built-in lattices are told apart by their names, others by what they are. */
function requireLattice({ lattice }: ModelParameters, { lattice: trained }: ModelCard): void {
  const difference = latticeDifference(infiniteLatticeOf(trained), lattice.infinite);
  if (!difference) return;
  const kinds = [trained.kind, lattice.spec.kind];
  const [expected, found] = kinds.includes(OWN) ? [difference.expected, difference.found] : kinds;
  throw new InputError(`lattice: expected ${expected}, which the model was trained on, found ${found}`);
}

function matchedWeights(card: ModelCard, weights: Uint8Array): Float64Array {
  const values = readSafetensors(weights).tensors.parameters?.values ?? new Float64Array(0);
  const listed = Object.values(card.parameters);
  const differing = Object.keys(card.parameters).filter((_, k) => values[k] !== listed[k]);
  if (differing.length === 0 && values.length === listed.length) return values;
  const found = differing[0] ?? `${values.length} numbers for ${listed.length}`;
  throw new InputError(`weights: expected the parameters of the model card, found others: ${found}`);
}

function checkNames({ parameterNames, kind }: EffectiveModel, card: ModelCard): void {
  const names = Object.keys(card.parameters);
  const k = parameterNames.findIndex((name, index) => name !== names[index]);
  if (k < 0 && names.length === parameterNames.length) return;
  const [expected, found] = [parameterNames, names].map((list) => list[k < 0 ? parameterNames.length : k] ?? 'no more');
  throw new InputError(
    `parameters: expected "${expected}" for a model of kind ${kind} on this lattice, found "${found}"`,
  );
}
