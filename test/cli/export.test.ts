import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readSeries } from '../../src/store/series.ts';
import { openRun } from '../../src/store/store.ts';
import { spinformer } from './command.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'spinformer-'));
const RUN = join(FOLDER, 'run');

beforeAll(() => {
  const spec = join(FOLDER, 'spec.toml');
  writeFileSync(
    spec,
    '[lattice]\nsize = [2, 2]\n[sampling]\nmethod = "local"\nchains = 2\nsamples = 50\nwarm_up = 5\n',
  );
  expect(spinformer(['run', spec, '--out', RUN]).status).toBe(0);
});
afterAll(() => rmSync(FOLDER, { recursive: true }));

it('writes into the run, or where it is told', () => {
  const inside = join(RUN, 'export.h5');
  expect(spinformer(['export', RUN, '--format', 'h5'])).toEqual({ status: 0, stdout: `${inside}\n`, stderr: '' });
  expect(readFileSync(inside).subarray(1, 4).toString()).toBe('HDF');
  const elsewhere = join(FOLDER, 'samples.csv');
  expect(spinformer(['export', RUN, '--format', 'csv', '--out', elsewhere]).stdout).toBe(`${elsewhere}\n`);
  expect(readFileSync(elsewhere, 'utf8').trimEnd().split('\n')).toHaveLength(1 + 2 * 55);
  // A run with exports in it is still a run.
  expect(spinformer(['status', RUN]).stdout).toContain('55 of 55  finished');
});

it.each(['h5', 'csv', 'json'])('%s: standard output holds the file and nothing else', (format) => {
  for (const out of ['-', '/dev/stdout']) {
    const { status, stdout, stderr } = spinformer(['export', RUN, '--format', format, '--out', out]);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.slice(0, 100)).toMatch({ h5: /^.HDF/, csv: /^chain,sample,/, json: /^{"spec":{/ }[format] as RegExp);
  }
});

it('report --html - and run --events - leave standard output to what was asked for', () => {
  const page = spinformer(['report', RUN, '--html', '-']);
  expect(page.stdout).toMatch(/^<!doctype html>.*<\/html>\n$/s);
  expect(page.stderr).toMatch(/^local: 100 samples in 2 chains\n/);
  expect(spinformer(['report', RUN, '--html', '-', '--json']).status).toBe(2);
  const { status, stdout } = spinformer(['run', join(RUN, 'spec.toml'), '--out', RUN, '--events', '-']);
  const types = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).type);
  expect([status, types[0], types.at(-1)]).toEqual([0, 'start', 'end']);
  expect(spinformer(['run', join(RUN, 'spec.toml'), '--out', '-']).status).toBe(2);
});

it('runs again from its resolved spec, bit-identically', () => {
  const again = join(FOLDER, 'again');
  expect(spinformer(['run', join(RUN, 'resolved.toml'), '--out', again]).status).toBe(0);
  expect(readSeries(openRun(again))).toEqual(readSeries(openRun(RUN)));
});

it('refuses other folders, other formats, and a file that it cannot write', () => {
  const refusal = (...args: string[]) => {
    const { status, stderr } = spinformer(['export', ...args]);
    expect(status).toBe(2);
    return stderr;
  };
  expect(refusal(FOLDER, '--format', 'csv')).toBe(
    `${FOLDER}: expected the directory of a run or a study, but there is no resolved.toml in it\n`,
  );
  expect(refusal(RUN, '--format', 'hdf5')).toBe(
    '--format: expected h5, csv, json, npy, ovf or ovf-binary, found hdf5\n  did you mean h5?\n',
  );
  const missing = join(FOLDER, 'missing', 'export.h5');
  expect(refusal(RUN, '--format', 'h5', '--out', missing)).toBe(
    `${missing}: cannot be written: its folder does not exist. Make it, or choose another path\n`,
  );
  expect(existsSync(missing)).toBe(false);
  expect(refusal(RUN)).toContain("required option '--format <name>' not specified");
});
