import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { InputError } from '../../../src/errors.ts';
import { openEventLog } from '../../../src/run/runner/runner.ts';
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

it('says when the file cannot be written', () => {
  expect(() => openEventLog(join(temporaryFolder(), 'missing', 'events.jsonl'))).toThrow(InputError);
});
