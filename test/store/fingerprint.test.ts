/** What a fingerprint notices. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fingerprintOf } from '../../src/store/fingerprint.ts';
import { exampleRun, segment } from './example.ts';

const FOLDERS = [
  ['a run', 'models'],
  ['one temperature of a ladder', 'models/T=0.05'],
] as const;

it.each(FOLDERS)('notices other weights of the same size in the models of %s', (_, folder) => {
  const run = exampleRun();
  segment(run, 1, 0, 5);
  mkdirSync(join(run.directory, folder), { recursive: true });
  const weights = join(run.directory, folder, 'effective.safetensors');
  writeFileSync(weights, 'abcd');
  const before = fingerprintOf(run.directory);
  expect(before).toMatch(/^[0-9a-f]{64}$/);
  writeFileSync(weights, 'abce');
  expect(fingerprintOf(run.directory)).not.toBe(before);
  writeFileSync(weights, 'abcd');
  expect(fingerprintOf(run.directory)).toBe(before);
});

it('notices a model that moves to another temperature, and passes over the journal of a training', () => {
  const run = exampleRun();
  const files = [0.05, 0.1].map((temperature) => {
    mkdirSync(join(run.directory, `models/T=${temperature}`), { recursive: true });
    return join(run.directory, `models/T=${temperature}`);
  });
  const prints = files.map((file) => {
    writeFileSync(join(file, 'effective.json'), '{}');
    return fingerprintOf(run.directory);
  });
  expect(new Set(prints).size).toBe(2);
  writeFileSync(join(files[0], 'training.jsonl'), '{}');
  expect(fingerprintOf(run.directory)).toBe(prints[1]);
});
