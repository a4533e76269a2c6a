/** What the page shows at a moment, whatever the source is: a chain in a worker here, or a run that is watched. What a source cannot tell is absent. */
import type { Engine } from '../../src/index.ts';
import type { Control } from '../engine/controls.ts';
import type { Cost } from '../engine/cost.ts';
import type { Frame, Summary } from '../engine/frame.ts';
import type { Generation } from '../engine/generation.ts';
import type { Pace, Tuned } from '../engine/messages.ts';
import type { Scene } from '../engine/scene.ts';
import type { SearchStage } from '../engine/search-stage.ts';

/** asking: the reader is to say whether what takes long shall begin. searching: the chemical potential of a filling is not known yet. learning: a model is being fitted, and meanwhile the exact weight alone moves the spins. */
export type Stage = 'reading' | 'asking' | 'searching' | 'learning' | 'sampling' | 'done' | 'refused';

export interface View {
  readonly stage: Stage;
  readonly pace: Pace;
  /** Why the spec cannot be sampled. */
  readonly message?: string | undefined;
  readonly method?: string | undefined;
  /** Whether a flow proposes, without a learned model. */
  readonly flows?: boolean | undefined;
  /** What computes: WebAssembly, or its twin in TypeScript. */
  readonly engine?: Engine | undefined;
  /** What the spec costs in this page, before anything runs. */
  readonly cost?: Cost | undefined;
  readonly controls: readonly Control[];
  readonly scene?: Scene | undefined;
  /** What has been changed while the chain ran. */
  readonly tuned?: Tuned | undefined;
  readonly generations: readonly Generation[];
  /** Of a search for the chemical potential of a filling. */
  readonly search: readonly SearchStage[];
  readonly frame?: Frame | undefined;
  /** The last summary that a frame has brought. */
  readonly summary?: Summary | undefined;
}

export const NOTHING_YET: View = { stage: 'reading', pace: 'full', controls: [], generations: [], search: [] };

/** Where views come from. */
export interface Source {
  /** Calls `show` with every new view until it is stopped. */
  start(show: (view: View) => void): void;
  stop(): void;
}
