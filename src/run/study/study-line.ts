/** The progress of a study for people: one line for all of its points. */
import { durationText, lineInPlace, type StatusOptions, type StatusOutput } from '../../runner/runner.ts';
import type { StudyEvent } from './study-events.ts';
import type { StudyProgress } from './study-progress.ts';

/** Writes when events come, as the line of a run does. Failures are counted here, and named at the end of the command. */
export function studyLine(
  output: StatusOutput,
  options: StatusOptions = {},
): (event: StudyEvent, progress: StudyProgress) => void {
  const line = lineInPlace(output, options);
  return (event, progress) => {
    if (event.type === 'study-end') line.show(() => endTexts(event), true);
    else line.show((elapsed) => progressTexts(progress, elapsed), false);
  };
}

/** Progress in words: `points 3/24 done, chains 2 of 96 running, 34 %, 12 min left` */
function progressTexts(progress: StudyProgress, elapsedSeconds: number): string[] {
  const { points, done, failed, chains, runningChains, share, shareBefore } = progress;
  const left = (elapsedSeconds * (1 - share)) / (share - shareBefore);
  return [
    `points ${done}/${points} done`,
    ...failedTexts(failed),
    `chains ${runningChains} of ${chains} running`,
    `${Math.floor(100 * share)} %`,
    ...(share > shareBefore ? [`${durationText(left)} left`] : []),
  ];
}

const failedTexts = (failed: number): string[] => (failed > 0 ? [`${failed} failed`] : []);

function endTexts({ outcome, points, done, failed }: StudyEvent & { readonly type: 'study-end' }): string[] {
  const rest = points - done - failed;
  const onward = rest > 0 ? [`${rest} left: the same command goes on from here`] : [];
  return [`${outcome} with ${done} of ${points} points done`, ...failedTexts(failed), ...onward];
}
