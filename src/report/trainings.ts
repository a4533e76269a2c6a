/** What a run has learned, temperature by temperature where it is tempered. */
import type { Job } from '../chain/job.ts';
import { rungRuns } from '../run/conductor/rungs.ts';
import { readChoice } from '../run/training/choice-file.ts';
import type { Run } from '../store/store.ts';
import { trainingText } from './training.ts';

/** The trainings of a run in words. `job`: what it was prepared to. */
export function trainingsText(run: Run, job: Job): string {
  if (!job.rungs) return trainingText({ model: job.learned?.effective, flow: job.flow, choice: readChoice(run) });
  const rungs = rungRuns(run);
  return job.rungs
    .map(
      ({ spec, learned }, k) =>
        `T = ${spec.model.temperature}\n\n${trainingText({ model: learned?.effective, choice: readChoice(rungs[k]) })}`,
    )
    .join('\n');
}
