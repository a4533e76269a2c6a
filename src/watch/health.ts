/** Whether a run is well, from what its files tell. */
import type { ChainState, Health } from './state.ts';

/** Milliseconds without a write after which a run is taken for stalled: chains commit every ten seconds. */
export const PATIENCE = 120_000;
/** A sample that takes long keeps its checkpoint waiting. */
const SAMPLES_WAITED_FOR = 20;
/** A fit, after which a training writes, may take minutes. */
const LEARNING_WAITS = 5;

interface Signs {
  readonly chains: readonly ChainState[];
  /** Whether all that comes before the chains is there. */
  readonly isPrepared: boolean;
  readonly lastWrite: number | undefined;
  /** Samples a second of all chains together. */
  readonly rate: number | undefined;
  readonly now: number;
  readonly patience: number;
}

export function healthOf(signs: Signs): Health {
  const { chains, isPrepared, lastWrite, now } = signs;
  const written = lastWrite === undefined ? {} : { lastWrite };
  if (chains.every(({ samples, wanted }) => samples >= wanted)) return { condition: 'finished', ...written };
  if (lastWrite === undefined || now - lastWrite > longestSilence(signs)) return { condition: 'stalled', ...written };
  return { condition: isPrepared ? 'running' : 'learning', ...written };
}

function longestSilence({ chains, isPrepared, rate, patience }: Signs): number {
  if (!isPrepared) return LEARNING_WAITS * patience;
  return Math.max(patience, rate ? (1000 * SAMPLES_WAITED_FOR * chains.length) / rate : 0);
}
