/** Nodes of a cluster that lose their power, or their network while their tasks go on: bit-identical to one machine, complete, nothing counted twice. */
import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { philoxStream } from '../../src/numeric/philox.ts';
import { segmentNumbers } from '../../src/store/paths.ts';
import { lastCheckpoint, openRun } from '../../src/store/store.ts';
import { chainFiles } from './files.ts';
import { canMakeMachines } from './machine.ts';
import { logsOf, queueEmpty, useSite, type Worker, workersOf } from './site.ts';
import { canRunSlurm, startClusterOfMachines } from './slurm-cluster.ts';
import { until } from './until.ts';

const NODES = 4;

/** Four points of four chains; half of them learn. */
const STUDY = `
lattice.size = [4, 4]
effective.kind = "linear"
training.exact_evaluations = 60
sampling = { samples = 4000, warm_up = 20, chains = 4 }
sweep = { sampling.method = ["self-learning", "hmc"], model.temperature = [0.1, 0.3] }
`;
const RUN = `
lattice.size = [4, 4]
model.temperature = 0.2
sampling = { method = "hmc", samples = 30000, warm_up = 20, chains = 2 }
`;

const canRun = canRunSlurm && canMakeMachines;
const title = `nodes that are lost${canRun ? '' : ' (skipped: Slurm, and root with CAP_SYS_ADMIN and CAP_NET_ADMIN, are needed)'}`;

describe.skipIf(!canRun)(title, () => {
  const site = useSite({ 'study.toml': STUDY, 'run.toml': RUN }, (folder) => startClusterOfMachines(folder, NODES));
  const { at, spinformer, samples } = site;

  beforeAll(() => {
    for (const name of ['study', 'run']) spinformer('run', at(`${name}.toml`), '--out', at(`plain-${name}`));
  });

  function expectAsPlain(name: string): void {
    const [found, plain] = [name, `plain-${name}`].map(at);
    expect(samples(found)).toBe(samples(plain));
    const [report, expected] = [found, plain].map((directory) => JSON.parse(spinformer('report', directory, '--json')));
    expect(report.observables ?? report.points.map(observablesOf)).toEqual(
      expected.observables ?? expected.points.map(observablesOf),
    );
    const chains = chainFiles(found);
    expect(chains).not.toEqual([]);
    for (const { chain, files, attempts } of chains) expect(files, chain).toBeLessThanOrEqual(3 * attempts);
  }

  it('at random moments, with all of their processes', async () => {
    spinformer('submit', at('study.toml'), '--out', at('study'), '--slurm', '--time', '60');
    const random = philoxStream(14, 0);
    let next = Date.now();
    let kills = 0;
    let killed = 0;
    await queueEmpty(site, async () => {
      if (kills >= 6 || Date.now() < next) return;
      const node = Math.floor(random.nextUniform() * NODES);
      killed += workersOf(at('study')).filter((worker) => worker.node === node).length;
      kills++;
      await site.cluster.restart(node);
      next = Date.now() + 3000 * random.nextUniform();
    });
    expect(killed).toBeGreaterThan(0);
    expect(logsOf(at('study')).get('report.log')).toContain('4 points: 4 done');
    expectAsPlain('study');
  });

  it('by the network, while their tasks go on writing beside those that are started elsewhere', async () => {
    spinformer('submit', at('run.toml'), '--out', at('run'), '--slurm', '--time', '60');
    const committed = (chain: number) => lastCheckpoint(openRun(at('run')), chain)?.samples ?? 0;
    const both = (what: string, condition: (chain: number) => boolean) => until(what, () => [1, 2].every(condition));
    const writers = () => workersOf(at('run'));
    const lost = await held(writers, (chain) => committed(chain) > 0);
    const before = [1, 2].map(committed);
    for (const { node } of lost) site.cluster.connect(node, false);
    for (const worker of lost) resume(worker);
    await both('both chains have gone on', (chain) => committed(chain) > before[chain - 1]);
    // A fast machine would have all samples before Slurm has noticed anything.
    for (const { process: stopped } of lost) process.kill(stopped, 'SIGSTOP');
    const others = () => writers().filter(({ process }) => lost.every((worker) => worker.process !== process));
    const restarted = await held(others, (chain) => segmentNumbers(at('run'), chain).length === 2);
    const [[ours], [theirs]] = [lost, restarted].map((workers) => workers.filter(isOf(2)));
    const [[first], [second]] = [lost, restarted].map((workers) => workers.filter(isOf(1)));
    resume(second);
    resume(first);
    await until('the first worker has ended', () => isOver(first));
    // The task that is left on a node that comes back is killed, and must not have the one that was started elsewhere queued again.
    for (const { node } of lost) site.cluster.connect(node, true);
    process.kill(ours.process, 'SIGKILL');
    await until(
      'its end is in the log',
      () => logsOf(at('run')).get('chains-1.log')?.includes('stopped with code 137') === true,
    );
    const idle = () => site.cluster.ask('sinfo', '-h', '-N', '-t', 'idle', '-o', '%N');
    await until('its node is idle', () => idle().includes(`n${ours.node}`));
    resume(theirs);
    await queueEmpty(site);
    expect(logsOf(at('run')).get('chains-1.log')).not.toMatch(/^stopped with code \d+: queued again$/m);
    expectAsPlain('run');
  });
});

const isOf =
  (chain: number) =>
  ({ tasks }: Worker): boolean =>
    tasks === `${chain}`;

/** A slow machine may have been slow to answer Slurm, which then has started the task once more. */
function resume({ process: stopped }: Worker): void {
  try {
    process.kill(stopped, 'SIGCONT');
  } catch {
    // It has ended.
  }
}

/** The workers of both chains, each stopped as soon as it is there and as far as wanted: one would be done before the other has begun. */
async function held(workers: () => Worker[], isFar: (chain: number) => boolean): Promise<Worker[]> {
  const found = new Map<number, Worker>();
  const hold = (chain: number): boolean => {
    const worker = found.get(chain) ?? workers().find(isOf(chain));
    if (!worker || (!found.has(chain) && !isFar(chain))) return false;
    if (!found.has(chain)) process.kill(worker.process, 'SIGSTOP');
    found.set(chain, worker);
    return true;
  };
  await until('both workers are held', () => [1, 2].map(hold).every(Boolean));
  return [...found.values()];
}

const isOver = ({ process }: Worker): boolean => !existsSync(`/proc/${process}`);

const observablesOf = ({ observables }: { observables: unknown }): unknown => observables;
