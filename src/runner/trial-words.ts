/** Trials in the words of the status line. */

import type { Candidate } from '../sampling/choosing/trial.ts';
import { planWords } from '../sampling/inner/plan-words.ts';
import type { TrialEvent, TrialProgressEvent } from './events.ts';

/** A trial in words: `trial of 2 trajectories of 5 steps: 1000 steps, acceptance 0.77, τ 1.11, 898 samples/2τ per second, counted` */
export function trialWords({ acceptance, tau, efficiency, steps, ...candidate }: TrialEvent): string {
  const rate = acceptance === null ? [] : [`acceptance ${acceptance.toFixed(2)}`];
  const worth = `${efficiency.toFixed(0)} samples/2τ per second, counted`;
  return `trial of ${candidateTexts(candidate).join(', ')}: ${[`${steps} steps`, ...rate, `τ ${tau.toPrecision(3)}`, worth].join(', ')}`;
}

/** The progress of a trial, what matters most first: `trial, step 120 of 1000`, `2 trajectories of 5 steps`. */
export const trialProgressTexts = ({ step, steps, ...candidate }: TrialProgressEvent): string[] => [
  `trial, step ${step} of ${steps}`,
  ...candidateTexts(candidate),
];

const candidateTexts = ({ name, plan }: Candidate): string[] => [
  ...(name === undefined ? [] : [name]),
  ...(plan === undefined ? [] : [planWords(plan)]),
];
