/** A cluster whose shared disk is full, or may only be read: what logs of jobs say, and that the same submission goes on afterwards. */
import { mkdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { canMakeMachines } from './machine.ts';
import { queueEmpty, useSite } from './site.ts';
import { canRunSlurm, startClusterOfMachines } from './slurm-cluster.ts';

const RUN = `
lattice.size = [4, 4]
model.temperature = 0.2
sampling = { method = "hmc", samples = 8000, warm_up = 20, chains = 2 }
`;

const canRun = canRunSlurm && canMakeMachines;
const title = `disks of a cluster${canRun ? '' : ' (skipped: Slurm, and root with CAP_SYS_ADMIN and CAP_NET_ADMIN, are needed)'}`;

describe.skipIf(!canRun)(title, () => {
  /** A disk of its own, which nodes see; this process does not. */
  const site = useSite({ 'run.toml': RUN }, (folder) =>
    startClusterOfMachines(folder, 2, (controller) => {
      mkdirSync(disk());
      controller.call('mount', '-t', 'tmpfs', '-o', 'size=800k', 'none', disk());
    }),
  );
  const { at, spinformer } = site;
  const disk = () => at('disk');
  const directory = () => `${disk()}/run`;
  const remount = (options: string) => site.cluster.controller.call('mount', '-o', `remount,${options}`, disk());
  const read = (file: string) => site.cluster.controller.call('cat', file);

  const logs = (name: string) => [0, 1].map((element) => read(`${name}-${element}.log`));
  const finished = (): number[] =>
    [...spinformer('status', directory()).matchAll(/^chain \d +(\d+) of/gm)].map(([, samples]) => Number(samples));

  it('says in the logs of jobs what is the matter, and goes on once it is mended', async () => {
    spinformer('run', at('run.toml'), '--out', at('plain'));
    spinformer('submit', at('run.toml'), '--out', directory(), '--slurm', '--time', '60');
    await queueEmpty(site);
    for (const log of logs(`${directory()}/slurm/chains`)) {
      expect(log).toMatch(
        /chain \d: .*segment-001.sqlite: cannot be written: the disk is full. What was committed before is safe: make room, then run again\n$/,
      );
      expect(log).not.toContain('queued again');
    }
    const before = finished();
    expect(Math.max(...before)).toBeGreaterThan(0);
    expect(Math.max(...before)).toBeLessThan(8020);

    remount('ro');
    const readOnly = 'cannot be written: its file system is read-only. Make it writable, or choose another directory\n';
    const again = ['submit', directory(), '--slurm', '--time', '60', '--sbatch', `--output=${at('again-%a.log')}`];
    expect(site.attempt(...again)).toMatchObject({ status: 2, stderr: `${directory()}/slurm/chains.sh: ${readOnly}` });
    remount('rw,size=50m');
    const held = spinformer(...again, '--sbatch', '--hold').match(/\d+$/gm) ?? [];
    remount('ro');
    for (const job of held) site.cluster.ask('scontrol', 'release', job);
    await queueEmpty(site);
    for (const log of logs(at('again'))) expect(log).toMatch(new RegExp(`segment-00\\d.sqlite: ${readOnly}$`));
    expect(finished()).toEqual(before);

    remount('rw');
    spinformer(...again);
    await queueEmpty(site);
    expect(site.samples(directory())).toBe(site.samples(at('plain')));
  });
});
