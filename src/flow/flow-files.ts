/** Flows to files and back, on the lattice that they were trained on. */
import { readSafetensors, writeSafetensors } from '../effective/weights/safetensors.ts';
import { InputError } from '../errors.ts';
import type { Lattice, LatticeSpec } from '../lattice/lattice.ts';
import { fnv1a } from '../numeric/fnv.ts';
import { type FlowBase, uniformBase } from './base.ts';
import { FLOW_FORMAT, FLOW_VERSION, type FlowCard } from './card.ts';
import { createFlow, type Flow } from './flow.ts';

/** A flow as plain data: it is written once and handed to every worker. */
export interface LearnedFlow {
  readonly card: FlowCard;
  /** Safetensors. */
  readonly weights: Uint8Array;
}

/** A flow as it is now; `training`: whatever its training reports. */
export function learnedFlow({ lattice, choice, base, parameters }: Flow, training: FlowCard['training']): LearnedFlow {
  const values = parameters.slice();
  const weights = writeSafetensors({
    tensors: { parameters: { shape: [values.length], values } },
    metadata: { format: FLOW_FORMAT },
  });
  const card: FlowCard = {
    format: FLOW_FORMAT,
    version: FLOW_VERSION,
    base: base.isUniform ? 'uniform' : 'learned',
    choice,
    lattice: lattice.spec,
    checksum: fnv1a(weights),
    training,
  };
  return { card, weights };
}

/**
 * The flow of a card with its weights. `base`: that of the learned energy where the card says "learned".
 *
 * Throws InputError for another lattice or base than it was trained with, and where weights and card do not belong together.
 */
export function loadFlow(
  lattice: Lattice,
  { card, weights }: LearnedFlow,
  base: FlowBase = uniformBase(lattice.siteCount),
): Flow {
  requireSame('base', card.base, base.isUniform ? 'uniform' : 'learned');
  requireSame('lattice', inOrder(card.lattice), inOrder(lattice.spec));
  requireSame('weights', card.checksum, fnv1a(weights));
  const flow = createFlow(lattice, card.choice, base);
  const values = readSafetensors(weights).tensors.parameters?.values ?? new Float64Array(0);
  requireSame('parameters', `${flow.parameters.length}`, `${values.length}`);
  flow.parameters.set(values);
  return flow;
}

/** Its keys in alphabetical order, those without a value left out. */
const inOrder = (spec: LatticeSpec): string =>
  JSON.stringify(Object.fromEntries(Object.entries(spec).sort(([a], [b]) => (a < b ? -1 : 1))));

function requireSame(what: string, expected: string, found: string): void {
  if (expected === found) return;
  throw new InputError(`${what}: expected ${expected}, as the card of the flow says, found ${found}`);
}
