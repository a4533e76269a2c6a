/** Runs that are killed fifty times: the tests of the suite, for longer. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { State } from './state.ts';

/** Kills of each kind of run. */
export const KILL_COUNT = 50;

/** What is killed, and the test that does it. */
const TESTS: Readonly<Record<string, string>> = {
  'small chains, which commit every few milliseconds': 'test/runner/killed.test.ts',
  'the command, from its start over its training to its chains': 'test/runner/killed-run.test.ts',
  'two copies at once of a study of 40 points': 'test/run/study/killed-copies.test.ts',
};

export interface Killed {
  readonly what: string;
  /** Whether they went on bit for bit. */
  readonly survived: boolean;
}

export const surviveKills = (state: State): Killed[] =>
  Object.entries(TESTS).map(([what, test]) => {
    const key = `${test}; ${KILL_COUNT} kills`;
    if (!state.has(key)) state.put(key, passes(test));
    return { what, survived: state.get(key) === true };
  });

/** Whether a test passes; throws Error when the test itself is killed: that says nothing. */
function passes(test: string): boolean {
  const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url));
  const env = { ...process.env, SPINFORMER_KILLS: String(KILL_COUNT) };
  const { status, signal } = spawnSync(process.execPath, [vitest, 'run', test], { env, stdio: 'inherit' });
  if (status === null) throw new Error(`${test}: ended by ${signal}; the same command goes on here`);
  return status === 0;
}
