/** Programs are told apart by version, sources and commit. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { type Program, programWords, SHOWING, thisProgram } from '../../claims/workshop/program.ts';
import { temporaryFolder } from '../store/example.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A checkout, or a copy without git, with two sources, and what it says of itself. */
function programIn(folder: string): Program {
  const script = `import { thisProgram } from './claims/workshop/program.ts'; console.log(JSON.stringify(thisProgram()))`;
  const line = ['--no-warnings', '--input-type=module', '--eval', script];
  return JSON.parse(execFileSync(process.execPath, line, { cwd: folder, encoding: 'utf8' }));
}

function newProgram(): string {
  const folder = temporaryFolder();
  const folders = ['src/exact', 'src/report', 'claims/workshop', 'claims/analysis'];
  for (const name of folders) mkdirSync(join(folder, name), { recursive: true });
  cpSync(join(ROOT, 'claims/workshop/program.ts'), join(folder, 'claims/workshop/program.ts'));
  writeFileSync(join(folder, 'src/exact/weight.ts'), 'export const weight = 1;\n');
  writeFileSync(join(folder, 'src/report/table.ts'), 'export const width = 1;\n');
  writeFileSync(join(folder, 'package.json'), '{ "version": "1.2.3", "type": "module" }\n');
  return folder;
}

const hasGit = spawnSync('git', ['--version']).status === 0;
const withGit = it.skipIf(!hasGit);

/** Runs git in the folder and nowhere else, also within a hook of git, which sets variables for its own repository. */
function git(folder: string, ...line: string[]): Buffer {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
  const settings = ['user.name=a', 'user.email=a@b', 'commit.gpgsign=false'].flatMap((one) => ['-c', one]);
  return execFileSync('git', [...settings, ...line], { cwd: folder, env, stdio: 'pipe' });
}

it('knows its sources without git', () => {
  const folder = newProgram();
  const first = programIn(folder);
  expect(first).toMatchObject({ version: '1.2.3', commit: null, isChanged: false });
  writeFileSync(join(folder, 'src/report/table.ts'), 'export const width = 2;\n');
  expect(programIn(folder)).toEqual(first);
  writeFileSync(join(folder, 'src/exact/weight.ts'), 'export const weight = 2;\n');
  const second = programIn(folder);
  expect(second.sources).not.toBe(first.sources);
  writeFileSync(join(folder, 'src/exact/another.ts'), '');
  expect(programIn(folder).sources).not.toBe(second.sources);
});

withGit('knows its commit, and whether it was changed', () => {
  const folder = newProgram();
  git(folder, 'init', '-q');
  git(folder, 'add', '.');
  git(folder, 'commit', '-qm', 'first');
  const commit = git(folder, 'rev-parse', 'HEAD').toString().trim();
  const clean = programIn(folder);
  expect(clean).toMatchObject({ commit, isChanged: false });
  expect(programWords(clean)).toBe(`spinformer 1.2.3, commit ${commit}`);
  writeFileSync(join(folder, 'src/exact/another.ts'), '');
  const changed = programIn(folder);
  expect(changed).toMatchObject({ commit, isChanged: true });
  expect(programWords(changed)).toBe(
    `spinformer 1.2.3, commit ${commit} with changes that are not committed (sources ${changed.sources})`,
  );
});

withGit('does not take the checkout that a copy lies in for its own', () => {
  const folder = newProgram();
  git(folder, 'init', '-q');
  git(folder, 'commit', '-q', '--allow-empty', '-m', 'of somebody else');
  const inside = join(folder, 'packages', 'spinformer');
  cpSync(newProgram(), inside, { recursive: true });
  expect(programIn(inside)).toMatchObject({ version: '1.2.3', commit: null });
});

it('hashes every module that a run or a task is computed with', () => {
  const begins = [
    'claims/workshop/workshop.ts',
    'claims/workshop/task-worker.ts',
    'src/runner/worker.ts',
    'src/chain/spec-chain.ts',
  ];
  const seen = new Set<string>();
  for (const file of begins.map((name) => join(ROOT, name))) visit(file, seen);
  expect(seen.size).toBeGreaterThan(150);
  const isHashed = (file: string) =>
    /^(src|claims\/(analysis|workshop))\//.test(file) && !SHOWING.some((folder) => file.startsWith(`src/${folder}/`));
  expect([...seen].map((file) => relative(ROOT, file)).filter((file) => !isHashed(file))).toEqual([]);
});

function visit(file: string, seen: Set<string>): void {
  if (seen.has(file)) return;
  seen.add(file);
  for (const [, , path] of readFileSync(file, 'utf8').matchAll(/(from|import\()\s*'(\.[^']+)'/g))
    visit(join(dirname(file), path), seen);
}

it('hashes this checkout the same way twice', () => {
  expect(thisProgram()).toEqual(thisProgram());
  expect(thisProgram(['test/sampling']).sources).not.toBe(thisProgram().sources);
});
