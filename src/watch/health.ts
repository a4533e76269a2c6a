/** Whether a job is well, from what its files tell. */
import type { ChainState, Health } from './state.ts';

/** Milliseconds without a write after which a run is taken for stalled: chains commit every ten seconds, and a fit of a training may take longer. */
export const PATIENCE = 120_000;
/** A sample that takes long keeps its checkpoint waiting. */
const SAMPLES_WAITED_FOR = 20;

export interface Signs {
  readonly chains: readonly ChainState[];
  /** Whether all that comes before the chains is there. */
  readonly isPrepared: boolean;
  /** Whether it has begun to learn. */
  readonly isLearning: boolean;
  readonly lastWrite: number | undefined;
  /** Samples a second of all chains together. */
  readonly rate: number | undefined;
  readonly now: number;
  readonly patience: number;
}

export function healthOf({ chains, isPrepared, isLearning, lastWrite, rate, now, patience }: Signs): Health {
  const written = lastWrite === undefined ? {} : { lastWrite };
  if (chains.every(({ samples, wanted }) => samples >= wanted)) return { condition: 'finished', ...written };
  const slow = rate ? (1000 * SAMPLES_WAITED_FOR * chains.length) / rate : 0;
  if (lastWrite === undefined || now - lastWrite > Math.max(patience, slow))
    return { condition: 'stalled', ...written };
  const hasSamples = chains.some(({ samples }) => samples > 0);
  if (hasSamples) return { condition: 'running', ...written };
  if (!isPrepared && isLearning) return { condition: 'learning', ...written };
  return { condition: isPrepared ? 'running' : 'waiting', ...written };
}
