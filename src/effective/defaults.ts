/** What an effective model is where nothing else is said: the same for the library and for specs. */
import type { EffectiveChoice } from './model.ts';

/** A transformer of three blocks that smear and sum over every neighbour shell, read out at the last block. Kinds that lack an option ignore its default. */
export const EFFECTIVE_DEFAULTS = {
  kind: 'transformer',
  blocks: 3,
  shells: 'all',
  crossReadout: false,
  normalised: false,
} as const satisfies EffectiveChoice;

/** The defaults of models whose purpose is to be local or without symmetry, in their own sizes. */
export const COMPARISON_DEFAULTS = {
  layers: 2,
  convolution: { shells: 3, channels: 4 },
  plainCnn: { shells: 2, channels: 8 },
  standardAttention: { channels: 8 },
} as const;
