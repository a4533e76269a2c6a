/** Outputs leave alone what a run is made of and what a command reads. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { writeOutput } from '../../src/store/output.ts';
import { checkAppendable } from '../../src/store/protected-files.ts';
import { spinformer } from '../cli/command.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'spinformer-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

const run = join(FOLDER, 'run');
const parts = ['spec.toml', 'resolved.toml', 'chain-001/segment-001.sqlite', 'models/effective.json'];
for (const part of parts) {
  mkdirSync(join(run, part, '..'), { recursive: true });
  writeFileSync(join(run, part), 'samples');
}

it.each(parts)('%s', async (part) => {
  const link = join(FOLDER, part.replace('/', '-'));
  symlinkSync(join(run, part), link);
  for (const path of [join(run, part), link]) {
    await expect(writeOutput(path, () => {})).rejects.toThrow('it belongs to a run');
    expect(() => checkAppendable(path, [])).toThrow(InputError);
  }
  expect(readFileSync(join(run, part), 'utf8')).toBe('samples');
});

it('other files in a run are written, and files of these names elsewhere', async () => {
  mkdirSync(join(FOLDER, 'elsewhere'));
  for (const path of [join(run, 'table.csv'), join(FOLDER, 'elsewhere/resolved.toml')]) {
    await writeOutput(path, (file) => writeFileSync(file, 'new'));
    expect(readFileSync(path, 'utf8')).toBe('new');
  }
});

it('events go neither into the spec nor nowhere, and no run is begun then', () => {
  const spec = join(FOLDER, 'spec-of-mine.toml');
  writeFileSync(spec, 'lattice.size = [2, 2]\nsampling.method = "hmc"\n');
  const out = join(FOLDER, 'new');
  for (const [events, words] of [
    [spec, 'the command reads it'],
    [FOLDER, 'a directory is in the way'],
    [join(FOLDER, 'missing/events'), 'its folder does not exist'],
  ]) {
    const { status, stderr } = spinformer(['run', spec, '--out', out, '--events', events]);
    expect([status, stderr]).toEqual([2, expect.stringContaining(words)]);
    expect(() => readFileSync(join(out, 'resolved.toml'))).toThrow('ENOENT');
  }
});
