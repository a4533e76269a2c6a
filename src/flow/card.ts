/** The card of a flow: what it is, in JSON beside its weights. */
import { parseCard } from '../effective/weights/parse-card.ts';
import type { LatticeSpec } from '../lattice/lattice.ts';
import type { FlowChoice } from './choice.ts';

export const FLOW_FORMAT = 'spinformer flow';
export const FLOW_VERSION = 1;

/** A card: plain JSON that, together with the weights and with its base, is a flow. */
export interface FlowCard {
  readonly format: typeof FLOW_FORMAT;
  readonly version: number;
  /** What the flow makes spins of. */
  readonly base: 'uniform' | 'learned';
  /** What `createFlow` makes it from. */
  readonly choice: FlowChoice;
  /** The lattice that it was trained on, the only one that it serves. */
  readonly lattice: LatticeSpec;
  /** FNV-1a of the file of weights, which holds both files together. */
  readonly checksum: string;
  /** How it was trained and how well: whatever JSON the training reports. */
  readonly training: Readonly<Record<string, unknown>>;
}

/** The card in a text; throws InputError where that is none of this version. */
export const parseFlowCard = (text: string): FlowCard =>
  parseCard(text, 'flow card', {
    format: FLOW_FORMAT,
    version: FLOW_VERSION,
    objects: ['choice', 'lattice', 'training'],
  }) as unknown as FlowCard;
