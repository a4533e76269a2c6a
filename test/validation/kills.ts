/** Runs that are killed fifty times: the tests of the suite, for longer. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const KILLS = 50;

/** Whether they went on with the same bits. */
export function surviveKills(): boolean {
  const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url));
  const env = { ...process.env, SPINFORMER_KILLS: String(KILLS) };
  const { status } = spawnSync(process.execPath, [vitest, 'run', 'test/run/runner/killed'], { env, stdio: 'inherit' });
  return status === 0;
}
