/** Studies on a Slurm of four nodes: the bits of one machine, whatever happens to tasks and nodes. */
import { beforeAll, describe, expect, it } from 'vitest';
import { lastCheckpoint, openRun } from '../../src/store/store.ts';
import { chainFiles } from './files.ts';
import { logsOf, queueEmpty, useSite, workersOf } from './site.ts';
import { canRunSlurm, startCluster } from './slurm-cluster.ts';
import { until } from './until.ts';

const PORT = 17300;
const NODES = 4;

/** Eight points of four chains; half of them learn. */
const STUDY = `
lattice.size = [4, 4]
effective.kind = "linear"
training.exact_evaluations = 60
sampling = { samples = 4000, warm_up = 20, chains = 4 }
sweep = { sampling.method = ["self-learning", "hmc"], model.temperature = [0.1, 0.15, 0.2, 0.3] }
`;

/** One that does not end by itself. */
const LONG = `
lattice.size = [4, 4]
sampling = { method = "hmc", samples = 100000000, chains = 2 }
`;

describe.skipIf(!canRunSlurm && !process.env.CI)('Slurm', () => {
  const site = useSite({ 'study.toml': STUDY, 'long.toml': LONG }, (folder) => startCluster(folder, NODES, PORT));
  const { at, spinformer, samples } = site;
  let expected: string;

  beforeAll(() => {
    spinformer('run', at('study.toml'), '--out', at('plain'));
    expected = samples(at('plain'));
  });

  it('takes a study of 8 points and 4 chains from submit to report', async () => {
    const jobs = spinformer('submit', at('study.toml'), '--out', at('quiet'), '--slurm', '--time', '60');
    expect(jobs.match(/^\S+/gm)).toEqual([
      'learning',
      ...[1, 2, 3, 4].flatMap((n) => [`chains-${n}`, `chains-${n}-of-others`]),
      'report',
    ]);
    await queueEmpty(site);
    expect(logsOf(at('quiet')).get('report.log')).toContain('8 points: 8 done');
    expect(samples(at('quiet'))).toBe(expected);
    expect(spinformer('submit', at('quiet'), '--slurm')).toBe('');
  });

  it('ends with the same where tasks and daemons of nodes are killed', async () => {
    spinformer('submit', at('study.toml'), '--out', at('killed'), '--slurm', '--time', '60', '--tasks-per-job', '2');
    let kills = 0;
    await queueEmpty(site, () => {
      const [victim] = workersOf(at('killed'));
      if (kills >= 6 || victim === undefined) return;
      kills++;
      if (kills % 3 === 0) {
        site.cluster.killDaemon(kills % NODES);
        site.cluster.startDaemon(kills % NODES);
      } else process.kill(victim.process, 'SIGKILL');
    });
    expect(kills).toBeGreaterThan(0);
    expect([...logsOf(at('killed')).values()].some((log) => log.includes(': queued again'))).toBe(true);
    expect(logsOf(at('killed')).get('report.log')).toContain('8 points: 8 done');
    expect(samples(at('killed'))).toBe(expected);
    for (const { chain, files, attempts } of chainFiles(at('killed')))
      expect(files, chain).toBeLessThanOrEqual(3 * attempts);
  });

  it('leaves alone what is cancelled, once it has committed', async () => {
    const jobs = spinformer('submit', at('long.toml'), '--out', at('long'), '--slurm', '--time', '60');
    const [, array] = jobs.match(/^chains +(\d+)$/m) ?? [];
    const committed = (chain: number) => lastCheckpoint(openRun(at('long')), chain)?.samples ?? 0;
    await until('both chains have samples', () => [1, 2].every((chain) => committed(chain) > 0));
    site.cluster.ask('scancel', `${array}`);
    await queueEmpty(site);
    for (const chain of [1, 2]) {
      const log = logsOf(at('long')).get(`chains-${chain - 1}.log`);
      expect(log).toContain('not queued again');
      expect(log).toContain(`interrupted with ${committed(chain)} of`);
    }
  });
});
