/** The progress of chains for people. */
import { formatConstant, formatWithError } from '../statistics/format.ts';
import { durationText } from '../words/duration.ts';
import type { ChainsEvent, Notice } from './events.ts';
import { lineInPlace, type StatusOptions, type StatusOutput } from './line-in-place.ts';
import { followProgress, type Progress } from './progress.ts';

/** Writes when events come, at most once in `seconds`, and at the end of the run. */
export function statusLine(output: StatusOutput, options: StatusOptions = {}): (event: ChainsEvent | Notice) => void {
  const line = lineInPlace(output, options);
  const follow = followProgress();
  return (event) => {
    if ('line' in event) line.note(event.line);
    else {
      const progress = follow(event);
      line.show((elapsed) => textsOf(event, progress, elapsed), event.type === 'end');
    }
  };
}

function textsOf(event: ChainsEvent | Notice, progress: Progress, elapsedSeconds: number): readonly string[] {
  if (event.type === 'notice') return 'parts' in event ? event.parts : [];
  return event.type === 'end' ? endTexts(progress, event.outcome) : progressTexts(progress, elapsedSeconds);
}

/** Progress in words: `1200/80000 samples, 3 min left, acceptance 0.643, energyPerSite -1.6957(11), τ 1.16, 2 of 4 chains running` */
function progressTexts(progress: Progress, elapsedSeconds: number): string[] {
  const { samples, wanted, chains, running, gained } = progress;
  const left = (elapsedSeconds * (wanted - samples)) / gained;
  return [
    `${samples}/${wanted} samples`,
    ...(gained > 0 ? [`${durationText(left)} left`] : []),
    ...qualityTexts(progress),
    `${running} of ${chains} chains running`,
  ];
}

function endTexts(progress: Progress, outcome: string): string[] {
  if (progress.chains === 0) return [`${outcome} before the chains; the same command goes on from here`];
  // Of a run that was resumed only the samples of this attempt were followed: its report has all.
  const { samples, wanted, gained, acceptance } = progress;
  const known = gained < samples ? { ...progress, acceptance, estimate: undefined } : progress;
  return [`${outcome} with ${samples} of ${wanted} samples`, ...qualityTexts(known)];
}

/** A relative error that only rounding makes. */
const NEGLIGIBLE = 1e-10;

function qualityTexts({ acceptance, estimate }: Progress): string[] {
  const rate = acceptance === undefined ? [] : [`acceptance ${acceptance.toFixed(3)}`];
  if (!estimate) return rate;
  const { name, mean, error, tau } = estimate;
  if (error <= NEGLIGIBLE * Math.abs(mean)) return [...rate, `${name} ${formatConstant(mean, 0)}`];
  return [...rate, `${name} ${formatWithError(mean, error)}`, `τ ${tau.toPrecision(3)}`];
}
