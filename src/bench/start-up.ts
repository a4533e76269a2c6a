/** How long the command takes to start, beside Node alone. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { LAUNCHER } from './launcher.ts';
import type { Conditions, PartReport } from './result.ts';
import { takeTurns } from './timing.ts';

/** Times `spinformer --version`: through the launcher where this is a checkout, by the program of this process elsewhere. */
export async function benchStartUp({ rounds, progress }: Conditions): Promise<PartReport> {
  const ours = existsSync(LAUNCHER) ? [LAUNCHER, '--version'] : [process.execPath, process.argv[1], '--version'];
  const times = await takeTurns(
    rounds,
    new Map([
      ['ours', () => run(ours)],
      ['node', () => run([process.execPath, '--eval', '0'])],
    ]),
  );
  progress('command');
  const [milliseconds, node] = ['ours', 'node'].map((key) => times.get(key) as number);
  const kind = { name: 'start-up', route: 'process', engine: 'node', size: [0, 0] } as const;
  return { rivals: {}, results: [{ ...kind, milliseconds, ratios: { node: node / milliseconds } }] };
}

/** Milliseconds of wall time until the process has ended. */
function run([program, ...parameters]: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(program, parameters, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${parameters.join(' ')} failed\n${stderr}`);
  return performance.now() - start;
}
