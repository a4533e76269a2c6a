/** All sentences of the page in one place, so that it can be had in other languages. */
import type { View } from './state/view.ts';

export const WORDS = {
  title: 'spinformer lab',
  restart: 'Start anew',
  play: 'Run',
  pause: 'Pause',
  step: 'One step',
  slow: 'Slowly',
  spins: 'Spins',
  zone: 'Structure factor S(q)',
  learning: 'What is learned',
  acceptance: 'Acceptance',
  measured: 'measured',
  predicted: 'predicted, erfc(σ/2)',
  deviation: 'σ of β(F − E_eff), held out',
  evaluations: 'exact weights seen',
  scatter: 'Learned against exact',
  memory: 'How long the chain remembers',
  states: 'Density of states',
  proposes: 'The learned model proposes another configuration:',
  weighs: 'the exact weight of all electrons says:',
  decides: 'it is accepted with probability',
  accepted: 'accepted',
  rejected: 'rejected',
  temperature: 'T, while it runs',
  potential: 'μ, while it runs',
  tuned:
    'T or μ was changed while the chain ran: the spins stayed, all statistics began anew, and the model is the one that was learned before, so fewer of its proposals may be accepted. What is sampled is exact.',
  table: 'as a table',
  controls: 'The spec',
  more: 'All other keys',
  copyToml: 'Copy as TOML',
  copyCommand: 'Copy as command',
  copyLink: 'Copy link',
  copied: 'Copied',
  refused: 'This cannot be sampled.',
  bits: 'checksum of the configuration, the same in Node bit by bit',
  pages: 'Pages',
  workbench: 'Lab',
  tour: 'Tour',
  skip: 'To the main part',
  look: { light: 'Light', dark: 'Dark' },
  pace: 'Pace',
  observables: 'Observables',
  learnedIs: 'Learned',
  learnedMeans: 'A model, fitted to exact weights, proposes new spins. It may be wrong, and then it only costs time.',
  exactIs: 'Exact',
  exactMeans:
    'The weight of all electrons accepts or rejects each proposal. So results are exact, whatever was learned.',
  tourSteps: 'Steps of the tour',
  tourWays: 'Next and previous step',
  toWorkbench: 'Now try your own',
  yourPrediction: 'your prediction',
  predictFirst: 'Predict first',
  predictAndRun: 'Predict and run',
  predictShare: (share: string) => `Predict ${share} % and run`,
  answer: 'Predicted and measured',
  youPredicted: 'You predicted',
  thePageMeasured: 'The page measured',
  asPredicted: 'You predicted it.',
  again: 'Predict again',
  openInLab: (name: string) => `Open in the lab: ${name}`,
  chain: 'chain',
  nothingRuns: 'Nothing runs yet: first your prediction.',
  allDone: 'All chains are done.',
  runsNow: (name: string, number: number, count: number) => `Chain ${number} of ${count} runs: ${name}.`,
  learnsNow: (evaluations: number) =>
    `Learning from ${evaluations} exact weights so far; meanwhile the exact weight moves the spins.`,
  sampled: (samples: number, wanted: number, rate: number) => `${samples} of ${wanted} samples, ${rate} a second`,
};

/** All that another language has to say. */
export type Words = typeof WORDS;

/** Names of observables as people write them. */
export const SYMBOLS: Readonly<Record<string, string>> = {
  energyPerSite: 'energy per site',
  magnetization2: 'm², magnetisation squared',
  staggeredMagnetization2: 'm_s², staggered magnetisation squared',
  density: 'electrons per site',
};

/** One sentence that says what is seen. */
export function whatIsSeen({ stage, method, generations, frame, message, tuned }: View): string {
  if (tuned && stage === 'sampling') return WORDS.tuned;
  switch (stage) {
    case 'reading':
      return 'Reading the spec …';
    case 'refused':
      return `${WORDS.refused} ${message ?? ''}`;
    case 'learning':
      return 'The exact weight of all electrons moves the spins, while a model is learned beside them from random spins.';
    case 'done':
      return `All ${frame?.wanted ?? ''} samples have been taken.`;
    case 'sampling':
      return method !== undefined && generations.length > 0
        ? 'The learned model proposes, the exact weight of all electrons accepts or rejects: what is sampled is exact, however good the model is.'
        : 'The exact weight of all electrons moves the spins.';
  }
}

/** How good the model is so far; this changes often, so that readers of screens are not told. */
export function learnedSoFar({ stage, generations }: View): string {
  const last = generations.at(-1);
  if (!last || stage === 'reading') return '';
  const so = stage === 'learning' ? 'So far the' : 'The';
  return `${so} model has been fitted to ${last.exactEvaluations} exact weights; ${percent(last.acceptance)} of its proposals ${stage === 'learning' ? 'would be' : 'were then'} accepted.`;
}

const percent = (share: number): string => `${Math.round(100 * share)} %`;
