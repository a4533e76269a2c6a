/** Whether a job is well, in one sentence. */
import type { RunState, WatchState } from '../../src/watch/state.ts';
import { durationText } from '../../src/words/duration.ts';
import { fixed } from '../numbers.ts';
import { WORDS } from '../words.ts';

/** How it is coloured. */
export type Tone = 'well' | 'busy' | 'doubtful' | 'bad';

export interface Headline {
  readonly tone: Tone;
  readonly words: string;
}

/** `age`: seconds since anything was written, as of now. */
export function headline(state: WatchState, age: number | undefined): Headline {
  const { condition, message = '' } = state.health;
  switch (condition) {
    case 'waiting':
      return { tone: 'busy', words: WORDS.window.waiting };
    case 'learning':
      return { tone: 'busy', words: learningWords(state) };
    case 'stalled':
      return { tone: 'bad', words: WORDS.window.stalled(age === undefined ? undefined : durationText(age)) };
    case 'failed':
      return { tone: 'bad', words: WORDS.window.failed(message) };
    case 'finished':
      return finishedOrRunning(state, WORDS.window.finished);
    case 'running':
      return finishedOrRunning(state, runningWords(state));
  }
}

const warningsIn = (state: WatchState): number => (state.kind === 'run' ? (state.findings?.warnings.length ?? 0) : 0);

function finishedOrRunning(state: WatchState, words: string): Headline {
  const warnings = warningsIn(state);
  if (warnings === 0) return { tone: 'well', words: `${words}.` };
  return { tone: 'doubtful', words: `${words}; ${WORDS.window.warningsBelow(warnings)}.` };
}

function learningWords(state: WatchState): string {
  if (state.kind === 'run' && state.spec.model.filling !== undefined)
    return searchWords(state, state.spec.model.filling);
  const { fits = [], budget = 0 } = state.kind === 'run' ? (state.learning ?? {}) : {};
  const last = fits.at(-1);
  if (!last) return WORDS.window.learning;
  return WORDS.window.fitted(fits.length, last.samples, budget, last.deviation.toFixed(2));
}

function searchWords({ search }: RunState, filling: number): string {
  const far = search && `: ${WORDS.window.searchedSoFar(search.parts, fixed(search.chemicalPotential, 4))}`;
  return `${WORDS.window.searching(filling)}${far ?? ''}.`;
}

function runningWords(state: WatchState): string {
  if (state.kind === 'trouble') return WORDS.window.running;
  const [samples, wanted] = totals(state);
  const { window } = WORDS;
  const share = (state.kind === 'run' ? window.ofSamples : window.ofPoints)(
    Math.floor((100 * samples) / Math.max(1, wanted)),
  );
  const left = state.kind === 'run' ? secondsLeft(state) : undefined;
  const time = left === undefined ? '' : `, ${window.left(durationText(left))}`;
  return `${warningsIn(state) > 0 ? window.running : window.runningWell}: ${share}${time}`;
}

function totals(state: Exclude<WatchState, { kind: 'trouble' }>): readonly [number, number] {
  if (state.kind === 'run') return sums(state.chains);
  return [state.points.filter(({ status }) => status === 'done').length, state.points.length];
}

const sums = (chains: RunState['chains']): readonly [number, number] => [
  chains.reduce((sum, { samples }) => sum + samples, 0),
  chains.reduce((sum, { wanted }) => sum + wanted, 0),
];

/** At the rate of all chains together. */
export function secondsLeft({ chains, rate }: RunState): number | undefined {
  const [samples, wanted] = sums(chains);
  return rate ? (wanted - samples) / rate : undefined;
}
