/** What a step of the tour is doing, in words. */
import type { View } from '../state/view.ts';
import { WORDS } from '../words.ts';
import type { Progress } from './sequence.ts';
import type { TourStep } from './step.ts';

export const isDone = ({ runs }: TourStep, { running }: Progress): boolean => running === runs.length;

/** One sentence for every chain, so that readers of screens are not told every sample. */
export function standing(step: TourStep, progress: Progress): string {
  if (isDone(step, progress)) return WORDS.allDone;
  const { view, running } = progress;
  const { name } = step.runs[running];
  if (view.stage === 'refused') return `${WORDS.refused} ${view.message ?? ''}`;
  return WORDS.runsNow(name, running + 1, step.runs.length);
}

/** How far the chain is, or the learning before it. */
export function sampled({ stage, frame, generations }: View): string {
  if (stage === 'learning') return WORDS.learnsNow(generations.at(-1)?.exactEvaluations ?? 0);
  if (!frame) return '';
  if (stage === 'done') return WORDS.seen.done(frame.wanted);
  return WORDS.sampled(frame.samples, frame.wanted, Math.round(frame.rate));
}
