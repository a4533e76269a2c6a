/** Jobs whose time is so short that every task is stopped by it again and again. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { chainFiles } from './files.ts';
import { logsOf, queueEmpty, useSite, workersOf } from './site.ts';
import { canRunSlurm, startCluster } from './slurm-cluster.ts';

const PORT = 17320;
const NODES = 4;
/** At least so many times every task is stopped by the end of its time. */
const STOPS = 3;

const STUDY = `
lattice.size = [4, 4]
sampling = { method = "hmc", samples = 4000, warm_up = 20, chains = 2 }
sweep.model.temperature = [0.1, 0.2]
`;

describe.skipIf(!canRunSlurm && !process.env.CI)('a minute for every job', () => {
  const site = useSite({ 'study.toml': STUDY }, (folder) => startCluster(folder, NODES, PORT));
  const { at, spinformer, samples } = site;

  beforeAll(() => {
    spinformer('run', at('study.toml'), '--out', at('plain'));
  });

  it(`stops every task ${STOPS} times: bit-identical`, async () => {
    spinformer('submit', at('study.toml'), '--out', at('short'), '--slurm', '--time', '1');
    const restarts = new Map<string, number>();
    const woken = new Set<number>();
    await queueEmpty(site, () => {
      for (const [task, count] of restartsOf(site.cluster.ask('scontrol', '--oneliner', 'show', 'job')))
        restarts.set(task, count);
      for (const { process: worker } of workersOf(at('short')))
        if (!woken.has(worker) && !hold(worker)) woken.add(worker);
    });
    const logs = logsOf(at('short'));
    for (const element of [0, 1, 2, 3]) {
      expect(restarts.get(`${element}`), `element ${element}`).toBeGreaterThanOrEqual(STOPS);
      // A slow machine may still be starting the program: 143.
      const stops = logs.get(`chains-${element}.log`)?.match(/^stopped with code 1[34][03]: queued again$/gm);
      expect(stops).toHaveLength(Number(restarts.get(`${element}`)));
    }
    expect(logs.get('report.log')).toContain('2 points: 2 done');
    expect(samples(at('short'))).toBe(samples(at('plain')));
    for (const { chain, files, attempts } of chainFiles(at('short'))) {
      expect(files, chain).toBeGreaterThan(STOPS);
      expect(files, chain).toBeLessThanOrEqual(3 * attempts);
    }
  });
});

/** How often Slurm has queued elements of the array again. */
const restartsOf = (jobs: string): [string, number][] =>
  [...jobs.matchAll(/ArrayTaskId=(\d+) .*Restarts=(\d+)/g)].map(([, element, count]) => [element, Number(count)]);

/** Whether a process is at one of the first segments of a chain. */
function isAtFirst(worker: number): boolean {
  const files = readdirSync(`/proc/${worker}/fd`).flatMap((name) => linkOf(`/proc/${worker}/fd/${name}`));
  return files.some((file) => Number(/segment-(\d+)\.sqlite$/.exec(file)?.[1] ?? Number.NaN) <= STOPS);
}

function linkOf(file: string): string[] {
  try {
    return [readlinkSync(file)];
  } catch {
    // It has been closed.
    return [];
  }
}

/** SIGTERM in the masks of /proc. */
const TERM = 1n << 14n;

/** On a fast machine a chain would be done before the end of its time: its process stands still until it is told of that. False where it has been, or is over. */
function hold(worker: number): boolean {
  try {
    const [, pending] = /^ShdPnd:\s*(\S+)/m.exec(readFileSync(`/proc/${worker}/status`, 'utf8')) ?? [];
    const isTold = (BigInt(`0x${pending}`) & TERM) !== 0n;
    if (!isTold && !isAtFirst(worker)) return true;
    process.kill(worker, isTold ? 'SIGCONT' : 'SIGSTOP');
    return !isTold;
  } catch {
    return false;
  }
}
