/** A cluster whose nodes have different versions of Node: bit-identical to one of them. */
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { areInstalled, NAMES, nodeOf, versionOf } from '../nodes/versions.ts';
import { canMakeMachines } from './machine.ts';
import { queueEmpty, useSite } from './site.ts';
import { canRunSlurm, startClusterOfMachines } from './slurm-cluster.ts';

/** A point of each method, with as many chains as versions. */
const STUDY = `
lattice.size = [4, 4]
model.temperature = 0.2
effective.kind = "linear"
training.exact_evaluations = 60
sampling = { samples = 600, warm_up = 20, chains = ${NAMES.length} }
sweep.sampling.method = ["self-learning", "hmc"]
`;

const canRun = canRunSlurm && canMakeMachines;
const reasons = [
  ...(canRun ? [] : ['Slurm, and root with CAP_SYS_ADMIN and CAP_NET_ADMIN, are needed']),
  ...(areInstalled ? [] : ['npm ci in test/nodes installs the versions']),
];

describe.skipIf(!canRun || (!areInstalled && !process.env.CI))(
  `versions of Node on a cluster${reasons.length === 0 ? '' : ` (skipped: ${reasons.join('; ')})`}`,
  () => {
    const site = useSite({ 'study.toml': STUDY }, async (folder) => {
      const cluster = await startClusterOfMachines(folder, NAMES.length);
      // Every node sees a Node of its own where the script of a job says that Node is.
      for (const [node, name] of NAMES.entries())
        cluster.node(node).call('mount', '--bind', nodeOf(name), process.execPath);
      return cluster;
    });
    const { at, spinformer, samples } = site;

    it('have the samples of one', async () => {
      const versions = NAMES.map((_, node) => site.cluster.node(node).call(process.execPath, '--version').trim());
      expect(versions).toEqual(NAMES.map((name) => `v${versionOf(name)}`));
      expect(execFileSync(process.execPath, ['--version'], { encoding: 'utf8' }).trim()).toBe(process.version);
      spinformer('run', at('study.toml'), '--out', at('plain'));
      spinformer('work', at('study.toml'), '--out', at('study'), '--list');
      // A learning for the first version, and a chain of each point for each.
      const shares = NAMES.map((_, k) => [...(k === 0 ? [1] : []), 2 + k, 2 + NAMES.length + k].join(','));
      for (const [node, share] of shares.entries()) {
        const options = [`--nodelist=n${node}`, `--output=${at(`log-${node}`)}`];
        const work = [process.execPath, at('spinformer.mjs'), 'work', at('study'), '--task', share].join(' ');
        site.cluster.ask('sbatch', ...options, '--wrap', work);
      }
      await queueEmpty(site);
      expect(spinformer('status', at('study'))).toContain('2 points: 2 done');
      expect(samples(at('study'))).toBe(samples(at('plain')));
    });
  },
);
