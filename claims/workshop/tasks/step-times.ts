/** The time per step of several chains, measured in turn. */
import type { Chain } from '../../../src/chain/chain.ts';
import { createProgram } from '../../../src/chain/spec-chain.ts';
import { preparedJob } from '../../../src/run/conductor/prepare.ts';
import { specOf } from '../../../src/run/conductor/stored-spec.ts';
import { lastCheckpoint, openRun } from '../../../src/store/store.ts';

export interface StepTimes {
  /** The directories of finished runs. */
  readonly runs: readonly string[];
  /** How many times the runs are continued, one after the other, and for how many milliseconds by the clock. */
  readonly rounds: number;
  readonly milliseconds: number;
}

/** Milliseconds of processor time per step. */
export interface StepTime {
  readonly exact: number;
  readonly inner: number;
  readonly measurement: number;
}

/** Several windows of samples of which one is measured, of 12 at most. */
const FEWEST_STEPS = 60;

/**
 * The times by run, then by round. The first chain of every run is continued from its end, in turn with the others, so that other load on the machine
 * affects all of them equally. Nothing is stored.
 */
export function stepTimes({ runs, rounds, milliseconds }: StepTimes): StepTime[][] {
  const chains = runs.map(firstChainOf);
  // The first round is for the compiler.
  for (const chain of chains) advance(chain, milliseconds);
  const byRound = Array.from({ length: rounds }, () => chains.map((chain) => advance(chain, milliseconds)));
  return chains.map((_, index) => byRound.map((times) => times[index]));
}

function firstChainOf(directory: string): Chain {
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
