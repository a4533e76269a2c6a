/** A study on a cluster whose file system refuses locks, with readers in a loop beside it. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { follow } from '../../src/watch/follower.ts';
import { started } from '../runner/job.ts';
import { until } from '../runner/runs.ts';
import { hasCompiler, withoutLocks } from '../runner/without-locks.ts';
import { chainFiles } from './files.ts';
import { called } from './machine.ts';
import { logsOf, queueEmpty, useSite } from './site.ts';
import { canRunSlurm, startCluster } from './slurm-cluster.ts';

const PORT = 17340;
const NODES = 4;

/** One of the points learns. */
const STUDY = `
lattice.size = [4, 4]
model.temperature = 0.2
effective.kind = "linear"
training.exact_evaluations = 60
sampling = { samples = 10000, warm_up = 20, chains = 2 }
sweep.sampling.method = ["self-learning", "hmc"]
`;

/** Repeats a command until a file comes into being, a line each time. */
const LOOP = `
until [ -e "$STOP" ]; do
  "$@" >"$OUT" || exit
  echo read
done`;

describe.skipIf((!canRunSlurm || !hasCompiler) && !process.env.CI)('a study without file locks', () => {
  const site = useSite(
    { 'study.toml': STUDY },
    (folder) => startCluster(folder, NODES, PORT),
    (folder) => ({ LD_PRELOAD: withoutLocks(folder, 'ENOLCK').LD_PRELOAD }),
  );
  const { at, spinformer, samples } = site;

  beforeAll(() => {
    spinformer('run', at('study.toml'), '--out', at('plain'));
  });

  const loop = (name: string, ...line: string[]) => {
    const [program, ...words] = [...site.command, ...line];
    const env = { ...site.env, STOP: at('stop'), OUT: at(`${name}.out`) };
    return started(spawn('sh', ['-c', LOOP, 'sh', program, ...words], { env }));
  };

  it('has the samples of one machine, from submit to report, and readers disturb nobody', async () => {
    const locking = `const { DatabaseSync } = process.getBuiltinModule('node:sqlite'); new DatabaseSync('${at('locking')}').exec('CREATE TABLE t (x)')`;
    const [program] = site.command.slice(-2);
    expect(() => called([...site.cluster.enter, program, '-e', locking], site.env)).toThrow('database is locked');
    spinformer('submit', at('study.toml'), '--out', at('study'), '--slurm', '--time', '60');
    const readers = [loop('status', 'status', at('study')), loop('report', 'report', at('study'), '--json')];
    const follower = follow(at('study'));
    const seen: number[] = [];
    await queueEmpty(site, () => {
      const state = follower.look();
      if (state?.kind === 'study') seen.push(state.points.reduce((sum, { samples: more }) => sum + more, 0));
    });
    follower.close();
    for (const reader of readers) await until(() => reader.output().split('\n').length > 2, reader);
    writeFileSync(at('stop'), '');
    for (const { ended } of readers) expect(await ended).toMatchObject({ code: 0 });
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(new Set(seen).size).toBeGreaterThan(2);
    const logs = logsOf(at('study'));
    expect([...logs.values()].join('')).not.toMatch(/lock|stopped|cannot/);
    expect(logs.get('report.log')).toContain('2 points: 2 done');
    expect(samples(at('study'))).toBe(samples(at('plain')));
    for (const { chain, files, attempts } of chainFiles(at('study'))) expect([files, attempts], chain).toEqual([1, 1]);
  });
});
