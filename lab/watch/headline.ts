/** Whether a job is well, in one sentence. */
import type { RunState, WatchState } from '../../src/watch/state.ts';
import { duration } from './duration.ts';

/** How it is coloured. */
export type Tone = 'well' | 'busy' | 'doubtful' | 'bad';

export interface Headline {
  readonly tone: Tone;
  readonly words: string;
}

/** `age`: seconds since anything was written, as of now. */
export function headline(state: WatchState, age: number | undefined): Headline {
  const since = age === undefined ? '' : ` for ${duration(age)}`;
  const { condition, message = '' } = state.health;
  switch (condition) {
    case 'waiting':
      return { tone: 'busy', words: 'Nothing has been computed yet.' };
    case 'learning':
      return { tone: 'busy', words: learningWords(state) };
    case 'stalled':
      return {
        tone: 'bad',
        words: `Stalled: nothing was written${since}. It was killed, or its machine is down; the command that began it goes on where it stopped.`,
      };
    case 'failed':
      return { tone: 'bad', words: `Failed: ${message}` };
    case 'finished':
      return finishedOrRunning(state, 'Finished: all samples are there');
    case 'running':
      return finishedOrRunning(state, runningWords(state));
  }
}

const warningsIn = (state: WatchState): number => (state.kind === 'run' ? (state.findings?.warnings.length ?? 0) : 0);

function finishedOrRunning(state: WatchState, words: string): Headline {
  const warnings = warningsIn(state);
  if (warnings === 0) return { tone: 'well', words: `${words}.` };
  return { tone: 'doubtful', words: `${words}; ${warnings === 1 ? 'one warning' : `${warnings} warnings`} below.` };
}

function learningWords(state: WatchState): string {
  if (state.kind === 'run' && state.spec.model.filling !== undefined)
    return `Searching for the chemical potential that gives ${state.spec.model.filling} electrons per site, before the chains begin.`;
  const { fits = [], budget = 0 } = state.kind === 'run' ? (state.learning ?? {}) : {};
  const last = fits.at(-1);
  if (!last) return 'Learning: a model is being fitted to random spins, before the chains begin.';
  return `Learning: fit ${fits.length}, to ${last.samples} of at most ${budget} exact weights; σ of β(F − E_eff) is ${last.deviation.toFixed(2)}.`;
}

function runningWords(state: WatchState): string {
  if (state.kind === 'trouble') return 'Running';
  const [samples, wanted] = totals(state);
  const share = `${Math.floor((100 * samples) / Math.max(1, wanted))} % of the ${state.kind === 'run' ? 'samples' : 'points'}`;
  const left = state.kind === 'run' ? secondsLeft(state) : undefined;
  return `${warningsIn(state) > 0 ? 'Running' : 'Running well'}: ${share}${left === undefined ? '' : `, about ${duration(left)} left`}`;
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
