/** Studies of somebody else. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { textOf } from '../run/study/studies.ts';
import { root, spinformer } from './command.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'spinformer-'));
const STUDY = join(FOLDER, 'study');

/** Root may write anywhere: as root, the command runs as nobody. */
const asNobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

function asReader(...args: readonly string[]) {
  const options = { cwd: root, encoding: 'utf8' as const, ...asNobody };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['claims/main.ts', ...args], options);
  return { status, stdout, stderr };
}

function setModes(path: string, folders: number, files: number): void {
  if (!statSync(path).isDirectory()) {
    chmodSync(path, files);
    return;
  }
  chmodSync(path, 0o755);
  for (const name of readdirSync(path)) setModes(join(path, name), folders, files);
  chmodSync(path, folders);
}

beforeAll(() => {
  const spec = join(FOLDER, 'study.toml');
  writeFileSync(spec, textOf('model.temperature = [0.1, 0.2]'));
  expect(spinformer(['run', spec, '--out', STUDY]).status).toBe(0);
  setModes(FOLDER, 0o555, 0o444);
});
afterAll(() => {
  setModes(FOLDER, 0o755, 0o644);
  rmSync(FOLDER, { recursive: true });
});

it('are not extended, which is said once', () => {
  const words = 'cannot be written: permission is missing. Make it writable, or choose another directory';
  const wanted = { status: 2, stdout: '', stderr: `${join(STUDY, 'points.json')}: ${words}\n` };
  expect(asReader('extend', STUDY, '--samples', '60')).toEqual(wanted);
});

it('have a page all the same where that goes elsewhere', () => {
  const { status, stdout, stderr } = asReader('report', STUDY, '--html', '-');
  expect([status, stdout.slice(0, 15)]).toEqual([0, '<!doctype html>']);
  expect(stderr).toContain(`${join(STUDY, 'figures')}: cannot be written: permission is missing`);
});
