/** The progress of chains for people: a line that stays in place on a terminal, a line now and then elsewhere. */
import { formatConstant, formatWithError } from '../statistics/format.ts';
import type { ChainsEvent, Notice } from './events.ts';
import { followProgress, type Progress } from './progress.ts';

export interface StatusOutput {
  readonly isTTY?: boolean;
  /** Width of a terminal: a longer line would not stay in its place. */
  readonly columns?: number;
  write(text: string): unknown;
}

export interface StatusOptions {
  /** Seconds between two lines. */
  readonly seconds?: number;
  /** The clock: seconds since any fixed moment. */
  readonly now?: () => number;
}

const LIVE_SECONDS = 0.25;
const PLAIN_SECONDS = 60;
/** Back to the first column, and clear the line. */
const REWRITE = '\r\x1b[2K';

/** Writes when events come, at most once in `seconds`, and at the end of the run. */
export function statusLine(output: StatusOutput, options: StatusOptions = {}): (event: ChainsEvent | Notice) => void {
  const live = output.isTTY === true;
  const { seconds = live ? LIVE_SECONDS : PLAIN_SECONDS, now = () => performance.now() / 1000 } = options;
  const follow = followProgress();
  const began = now();
  let written = live ? -Infinity : began;
  return (event) => {
    if ('line' in event) {
      output.write(`${live ? REWRITE : ''}${event.line}\n`);
      return;
    }
    const progress = follow(event);
    const time = now();
    const last = event.type === 'end';
    if (!last && time - written < seconds) return;
    written = time;
    const parts = textsOf(event, progress, time - began);
    const text = last ? parts.join(', ') : fitting(parts, live ? output.columns : Infinity);
    output.write(`${live ? REWRITE : ''}${text}${live && !last ? '' : '\n'}`);
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

/** What matters most comes first: the rest is left out where the line would be too long. */
function fitting(parts: readonly string[], columns = Infinity): string {
  const lines = parts.map((_, index) => parts.slice(0, index + 1).join(', '));
  return lines.findLast((line) => line.length < columns) ?? '';
}

/** A duration in the unit that leaves at least two digits, roughly. */
function durationText(seconds: number): string {
  if (seconds < 100) return `${Math.ceil(seconds)} s`;
  if (seconds < 6000) return `${Math.ceil(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}
