/** What the page and its workers say to each other: plain data, declared here and nowhere else. */
import type { PreparedSpec } from '../../src/spec.ts';
import type { Description } from './describe.ts';
import type { Frame } from './frame.ts';
import type { Generation } from './generation.ts';
import type { Moment } from './moments.ts';
import type { KeptChain } from './record.ts';
import type { SearchStage } from './search-stage.ts';
import type { ChainOptions } from './watched-chain.ts';

/** What a worker is to do; it does one thing at a time and is ended by ending the worker. */
export type Request =
  /** Read a spec; answered by `described`. */
  | { readonly kind: 'describe'; readonly spec: string }
  /** Find μ and learn what its chains need; answered by `sought`, `generation`s and `prepared`. */
  | { readonly kind: 'prepare'; readonly spec: string }
  /** Sample a chain; answered by frames, one for each time that one is asked for. */
  | ({ readonly kind: 'sample'; readonly job: string | PreparedSpec } & ChainOptions)
  /** Go on at another temperature or chemical potential, from the spins as they are; statistics begin anew. */
  | { readonly kind: 'tune'; readonly model: Tuned }
  | { readonly kind: 'frame' }
  | { readonly kind: 'pace'; readonly pace: Pace }
  /** One sample more while the chain is paused. */
  | { readonly kind: 'step' }
  /** The chain so far as a file; answered by `saved`. */
  | { readonly kind: 'save' }
  /** What the chain has been; answered by `remembered`. */
  | { readonly kind: 'moments' };

/** What acts on a running chain. */
export interface Tuned {
  readonly temperature?: number;
  readonly chemicalPotential?: number;
}

/** How fast a chain goes: as fast as it can, a few samples a second, or not at all. */
export type Pace = 'full' | 'slow' | 'paused';

/** What a worker says. */
export type Answer =
  | ({ readonly kind: 'described' } & Description)
  | { readonly kind: 'sought'; readonly stage: SearchStage }
  | { readonly kind: 'generation'; readonly generation: Generation }
  | { readonly kind: 'prepared'; readonly job: PreparedSpec }
  | { readonly kind: 'frame'; readonly frame: Frame }
  /** Nothing where there is no chain of a spec yet. */
  | { readonly kind: 'saved'; readonly chain: KeptChain | undefined }
  | { readonly kind: 'remembered'; readonly moments: readonly Moment[] }
  /** The spec cannot be sampled, in words; nothing else follows. */
  | { readonly kind: 'refused'; readonly message: string };
