/** What a step of each of several chains takes, side by side. */

import type { Chain } from '../../../src/chain/chain.ts';
import { createProgram } from '../../../src/chain/spec-chain.ts';
import { preparedJob } from '../../../src/run/conductor/prepare.ts';
import { specOf } from '../../../src/run/conductor/stored-spec.ts';
import { lastCheckpoint, openRun } from '../../../src/store/store.ts';

export interface StepTimes {
  /** Directories of finished runs. */
  readonly runs: readonly string[];
  /** Every run goes on for so many milliseconds by the clock, one after the other, so many times. */
  readonly rounds: number;
  readonly milliseconds: number;
}

/** Milliseconds of processor time by step. */
export interface StepTime {
  readonly exact: number;
  readonly inner: number;
  readonly measurement: number;
}

const FEWEST_STEPS = 3;

/**
 * By run, then by round. The first chain of every run goes on from its end, in turn with the others: what else the machine does strikes all alike. Nothing
 * of it is stored.
 */
export function stepTimes({ runs, rounds, milliseconds }: StepTimes): StepTime[][] {
  const chains = runs.map(lastOf);
  // Once for the compiler.
  for (const chain of chains) advance(chain, milliseconds);
  const byRound = Array.from({ length: rounds }, () => chains.map((chain) => advance(chain, milliseconds)));
  return chains.map((_, index) => byRound.map((times) => times[index]));
}

function lastOf(directory: string): Chain {
  const run = openRun(directory);
  const [job, checkpoint] = [preparedJob(run), lastCheckpoint(run, 1)];
  if (!job || !checkpoint) throw new Error(`${directory}: expected a finished run`);
  return createProgram(job).resume(specOf(run).sampling.seed, 1, checkpoint);
}

function advance(chain: Chain, milliseconds: number): StepTime {
  // The counters of a chain go on counting.
  const before = { ...chain.checkpoint().counters };
  const end = performance.now() + milliseconds;
  let steps = 0;
  while (steps < FEWEST_STEPS || performance.now() < end) {
    chain.advance();
    steps++;
  }
  const after = chain.checkpoint().counters;
  const perStep = (key: string) => (after[key] - before[key]) / steps;
  return {
    exact: perStep('exactMilliseconds'),
    inner: perStep('innerMilliseconds'),
    measurement: perStep('measureMilliseconds'),
  };
}
