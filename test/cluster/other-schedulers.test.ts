/** Tasks of a study taken by GNU parallel, and what the guide says for HTCondor and Kubernetes. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../cli/command.ts';
import { temporaryFolder } from '../store/example.ts';

/** One of the points learns. */
const STUDY = `
lattice.size = [4, 4]
model.temperature = 0.2
effective.kind = "linear"
training.exact_evaluations = 60
sampling = { samples = 400, warm_up = 20, chains = 2 }
sweep.sampling.method = ["self-learning", "hmc"]
`;

const GUIDE = readFileSync(join(root, 'docs/guide/cluster.md'), 'utf8');
/** The first lines of code of the guide that have a text. */
const inGuide = (text: string): string => {
  const blocks = [...GUIDE.matchAll(/^```\w+\n(.*?)^```$/gms)].map(([, block]) => block);
  return blocks.find((block) => block.includes(text)) ?? '';
};

const hasParallel = spawnSync('parallel', ['--version'], { encoding: 'utf8' }).stdout?.startsWith('GNU parallel');
const title = `GNU parallel takes the tasks of a study${hasParallel ? '' : ' (skipped: Debian package parallel)'}`;

/** A folder with the study, and the command on the path. */
function workplace() {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'study.toml'), STUDY);
  mkdirSync(join(folder, 'bin'));
  const command = `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'src/cli/main.ts')}' "$@"\n`;
  writeFileSync(join(folder, 'bin/spinformer'), command, { mode: 0o755 });
  const env = { ...process.env, PATH: `${folder}/bin:${process.env.PATH}`, HOME: folder };
  const shell = (line: string, more: NodeJS.ProcessEnv = {}) =>
    execFileSync('bash', ['-ec', line], { cwd: folder, env: { ...env, ...more }, encoding: 'utf8', stdio: 'pipe' });
  return { folder, shell };
}

const samplesOf = ({ shell }: ReturnType<typeof workplace>, directory: string): string =>
  shell(`spinformer export ${directory} --format csv --out samples.csv && cat samples.csv`);

it.skipIf(!hasParallel && !process.env.CI)(title, () => {
  const place = workplace();
  place.shell('spinformer run study.toml --out plain; spinformer work study.toml --out runs/study --list');
  const line = inGuide('parallel -j').trim();
  expect(line).toMatch(/^seq 1 \d+ \| parallel -j \d+ spinformer work runs\/study --task \{\}$/);
  // Learning, four chains, and the report last.
  place.shell(line.replace(/seq 1 \d+/, 'seq 1 5').replace(/-j \d+/, '-j 2'));
  expect(place.shell('spinformer work runs/study --task 6')).toContain('2 points: 2 done');
  expect(samplesOf(place, 'runs/study')).toBe(samplesOf(place, 'plain'));
});

it('a job of Kubernetes counts from 0, tasks from 1', () => {
  const place = workplace();
  place.shell('spinformer work study.toml --out study --list');
  const line = inGuide('JOB_COMPLETION_INDEX').replace('/data/study', 'study');
  place.shell(line, { JOB_COMPLETION_INDEX: '3' });
  expect(place.shell('spinformer work study --list')).toMatch(/^chain 1 of .*hmc +4 +done$/m);
});

it('the submit file of HTCondor counts from 0 too, and asks for what was stopped again', () => {
  const lines = inGuide('executable').trim().split('\n');
  const settings = Object.fromEntries(lines.map((line) => /^(\w+) *= *(.*)$/.exec(line)?.slice(1) ?? [line, '']));
  expect(lines.at(-1)).toMatch(/^queue \d+$/);
  expect(settings.Task).toBe('$(Process) + 1');
  expect(settings.arguments).toMatch(/^work \S+ --task \$INT\(Task\)$/);
  expect(settings.on_exit_remove).toBe('(ExitCode =!= 130)');
});
