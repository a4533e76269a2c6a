/** All sentences of the page in one place: another language is a second object of the same type. Those of the tour are in its steps. */
import type { View } from './state/view.ts';
import { WINDOW_WORDS } from './words-of-window.ts';

export const WORDS = {
  title: 'spinformer lab',
  titleOf: (page: string) => `${page} · spinformer lab`,
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
  lagInSamples: 'lag in samples',
  lag: 'lag',
  autocorrelation: 'autocorrelation',
  energy: 'energy',
  statesPerSite: 'states per site',
  samples: 'samples',
  meanSoFar: 'mean so far',
  parameters: 'parameters',
  exact: 'exact',
  learned: 'learned',
  warmingUp: 'warm-up',
  whatIsSeen: 'What is seen',
  seen: {
    reading: 'Reading the spec …',
    searching:
      'The chemical potential that gives the wanted number of electrons per site is searched for, with chains made for that alone; the chain of the spec begins when it is found.',
    learning:
      'The exact weight of all electrons moves the spins, while a model is learned beside them from random spins.',
    proposals:
      'The learned model proposes, the exact weight of all electrons accepts or rejects: what is sampled is exact, however good the model is.',
    flow: 'A flow makes spins of uniform ones; the exact weight of all electrons accepts or rejects them, or says what they weigh: what is sampled is exact, however good the flow is.',
    exactAlone: 'The exact weight of all electrons moves the spins.',
    done: (samples: number) => `All ${samples} samples have been taken.`,
    fittedSoFar: (evaluations: number, share: string) =>
      `So far the model has been fitted to ${evaluations} exact weights; ${share} of its proposals would be accepted.`,
    fitted: (evaluations: number, share: string) =>
      `The model has been fitted to ${evaluations} exact weights; ${share} of its proposals were accepted then.`,
  },
  pages: 'Pages',
  workbench: 'Lab',
  watch: 'Watch',
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
  sampled: (samples: number, wanted: number, rate: number) => `${samples} of ${wanted} samples, ${rate} samples/s`,
  samplesPerSecond: (rate: string) => `${rate} samples/s`,
  perSample: (time: string) => `${time} a sample`,
  search: 'Search for μ',
  stageOfSearch: 'stage of the search',
  electronsPerSite: 'electrons per site',
  wanted: (filling: number) => `wanted: ${filling}`,
  window: WINDOW_WORDS,
};

/** Names of observables as people write them. */
export const SYMBOLS: Readonly<Record<string, string>> = {
  energyPerSite: 'energy per site',
  magnetization2: 'm², magnetisation squared',
  staggeredMagnetization2: 'm_s², staggered magnetisation squared',
  density: 'electrons per site',
};

/** One sentence that says what is seen. */
export function whatIsSeen({ stage, method, flows, generations, frame, message, tuned }: View): string {
  const { seen } = WORDS;
  if (tuned && stage === 'sampling') return WORDS.tuned;
  if (stage === 'refused') return `${WORDS.refused} ${message ?? ''}`;
  if (stage === 'asking') return WORDS.takesLong;
  if (stage === 'done') return seen.done(frame?.wanted ?? 0);
  if (stage === 'sampling' && flows) return seen.flow;
  if (stage === 'sampling') return method !== undefined && generations.length > 0 ? seen.proposals : seen.exactAlone;
  return seen[stage];
}

/** How good the model is so far; this changes often, so that readers of screens are not told. */
export function learnedSoFar({ stage, generations }: View): string {
  const last = generations.at(-1);
  if (!last) return '';
  const share = `${Math.round(100 * last.acceptance)} %`;
  return stage === 'learning'
    ? WORDS.seen.fittedSoFar(last.exactEvaluations, share)
    : WORDS.seen.fitted(last.exactEvaluations, share);
}
