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
  save: 'save',
  controls: 'The spec',
  more: 'All other keys',
  copyToml: 'Copy as TOML',
  copyCommand: 'Copy as command',
  copyLink: 'Copy link',
  copied: 'Copied',
  takesLong:
    'This takes long in a page. The command line takes less, and uses all cores: copy the command, or start all the same.',
  withoutSimd:
    'This browser has no WebAssembly with SIMD: the same operations run in TypeScript, bit-identical and several times slower.',
  startAnyway: 'Start all the same',
  costs: (before: string | undefined, rate: string) =>
    `${before === undefined ? '' : `about ${before} until the chain begins, `}about ${rate}`,
  replay: 'Earlier configurations',
  live: 'now',
  backToLive: 'Back to now',
  sample: (number: number) => `sample ${number}`,
  continueElsewhere: 'Continue on the command line',
  chainSaved: (samples: number) => `The file holds the learned model and ${samples} samples. To go on with them:`,
  notOfSpec: 'T or μ was changed while the chain ran, so it is not the chain of the spec',
  notYet: 'the chain of the spec has not begun',
  notTempered: 'a ladder of temperatures cannot be saved',
  refused: 'This cannot be sampled.',
  bits: 'checksum of the configuration, the same in Node bit by bit',
  theme: 'Light or dark',
} as const;

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
  const seen = generations.at(-1);
  switch (stage) {
    case 'reading':
      return 'Reading the spec …';
    case 'asking':
      return WORDS.takesLong;
    case 'refused':
      return `${WORDS.refused} ${message ?? ''}`;
    case 'learning':
      return seen
        ? `A model of the electrons has been fitted to ${seen.exactEvaluations} exact weights; it would be right in ${percent(seen.acceptance)} of its proposals. Meanwhile trajectories of the exact weight move the spins.`
        : 'Trajectories of the exact weight, all electrons included, move the spins, while a model is learned beside them from random spins.';
    case 'done':
      return `All ${frame?.wanted ?? ''} samples have been taken.`;
    case 'sampling':
      return method !== undefined && generations.length > 0
        ? 'The learned model proposes, the exact weight of all electrons accepts or rejects: what is sampled is exact, however good the model is.'
        : 'The exact weight of all electrons moves the spins.';
  }
}

const percent = (share: number): string => `${Math.round(100 * share)} %`;
