import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { openEventLog } from '../../src/runner/runner.ts';
import { temporaryFolder } from '../store/example.ts';

it('appends a line per event', () => {
  const file = join(temporaryFolder(), 'events.jsonl');
  for (const chain of [1, 2]) {
    const log = openEventLog(file);
    log.tell({ type: 'begin', chain, samples: 7 });
    log.close();
  }
  const lines = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  expect(lines).toEqual([1, 2].map((chain) => ({ time, type: 'begin', chain, samples: 7 })));
});

it('starts a new line after one that a kill has torn', () => {
  const file = join(temporaryFolder(), 'events.jsonl');
  writeFileSync(file, '{"type":"end"}\n{"time":"2024-01-0');
  for (const chain of [1, 2]) {
    const log = openEventLog(file);
    log.tell({ type: 'begin', chain, samples: 7 });
    log.close();
  }
  const lines = readFileSync(file, 'utf8').split('\n');
  expect(lines.slice(0, 2)).toEqual(['{"type":"end"}', '{"time":"2024-01-0']);
  expect(lines.slice(2, 4).map((line) => JSON.parse(line).chain)).toEqual([1, 2]);
  expect(lines.slice(4)).toEqual(['']);
});

it('says when the file cannot be written', () => {
  expect(() => openEventLog(join(temporaryFolder(), 'missing', 'events.jsonl'))).toThrow(InputError);
});
