/** The chains of a step, one after the other, so that each has the machine to itself. */
import { createSession, type Session } from '../engine/session.ts';
import { NOTHING_YET, type View } from '../state/view.ts';
import { isComplete, type Measured, measuredOf } from './measured.ts';
import { createPacing } from './pacing.ts';
import type { TourRun } from './step.ts';

export interface Progress {
  /** Of the chains that have begun to measure, in their order. */
  readonly measured: readonly Measured[];
  /** Number of the chain that runs; that of all chains when they are done. */
  readonly running: number;
  /** What is seen of the chain that runs, or ran last. */
  readonly view: View;
}

export const NOTHING_RUN: Progress = { measured: [], running: 0, view: NOTHING_YET };

/** Begins; returns what ends it early. */
export function runInTurn(runs: readonly TourRun[], show: (progress: Progress) => void): () => void {
  let session: Session;
  let earlier: readonly Measured[] = [];
  const begin = (running: number) => {
    const pacing = createPacing();
    session = createSession(runs[running].fields, { asksFirst: false });
    session.start((view) => {
      const measured = measuredOf(runs[running].name, view, pacing(view, performance.now() / 1000));
      const all = measured ? [...earlier, measured] : earlier;
      if (!isComplete(view)) return show({ measured: all, running, view });
      session.stop();
      earlier = all;
      show({ measured: all, running: running + 1, view });
      if (running + 1 < runs.length) begin(running + 1);
    });
  };
  begin(0);
  return () => session.stop();
}
