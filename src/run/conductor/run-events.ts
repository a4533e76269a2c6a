/** What a run tells while it runs: its training first, then its chains. */
import type { ChainsEvent } from '../../runner/runner.ts';
import type { TrainingEvent } from '../training/training-events.ts';

/** An event of a run. */
export type RunEvent = TrainingEvent | ChainsEvent;

/** Who listens to a run, and who stops it. */
export interface RunObserver {
  readonly tell: (event: RunEvent) => void;
  /** Once aborted, the training or every chain commits what it has done, and the run ends. */
  readonly interruption: AbortSignal;
}
