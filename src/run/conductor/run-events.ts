/** What a run tells while it runs: the search for its chemical potential first, its training, then its chains. */
import type { ChainsEvent } from '../../runner/runner.ts';
import type { FillingEvent } from '../filling/filling-events.ts';
import type { TrainingEvent } from '../training/training-events.ts';

/** An event of a run. */
export type RunEvent = FillingEvent | TrainingEvent | ChainsEvent;

/** Who listens to a run, and who stops it. */
export interface RunObserver {
  readonly tell: (event: RunEvent) => void;
  /** Once aborted, the training or every chain commits what it has done, and the run ends. */
  readonly interruption: AbortSignal;
}
