import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { StorageError } from '../../../src/errors.ts';
import { readChoice } from '../../../src/run/training/choice-file.ts';
import { exampleRun } from '../../store/example.ts';

it('names a choice that was cut short', () => {
  const run = exampleRun();
  const file = join(run.directory, 'models/choice.json');
  expect(readChoice(run)).toBeUndefined();
  mkdirSync(join(run.directory, 'models'));
  writeFileSync(file, '{"method": "hm');
  expect(() => readChoice(run)).toThrow(
    new StorageError(`${file}: truncated or damaged: remove it; the choice is made anew, with the same result`),
  );
});
