/** What a study tells while it runs. */
import type { RunEvent } from '../conductor/run-events.ts';
import type { StudyProgress } from './study-progress.ts';

/** An event of a study: those of its points carry the name of the point. */
export type StudyEvent =
  | {
      readonly type: 'study';
      readonly directory: string;
      readonly points: number;
      /** Points that were done before. */
      readonly done: number;
      readonly workers: number;
    }
  | (RunEvent & { readonly point: string })
  /** A point has failed: its training, or one of its chains. */
  | { readonly type: 'point-failed'; readonly point: string; readonly message: string }
  | {
      readonly type: 'study-end';
      readonly outcome: 'finished' | 'interrupted' | 'failed';
      readonly points: number;
      readonly done: number;
      readonly failed: number;
    };

/** Who listens to a study, and who stops it. */
export interface StudyObserver {
  readonly tell: (event: StudyEvent, progress: StudyProgress) => void;
  /** Once aborted, trainings and chains commit what they have done, and the study ends. */
  readonly interruption: AbortSignal;
}
