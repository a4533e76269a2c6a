import { expect, it } from 'vitest';
import { StorageError } from '../../src/errors.ts';
import { explainMemory } from '../../src/store/memory-trouble.ts';

const thrownBy = (action: () => unknown): unknown => {
  try {
    return action();
  } catch (error) {
    return error;
  }
};

it.each([
  ['a typed array', () => new Float64Array(2 ** 40)],
  ['an array', () => new Array(-1)],
  ['a buffer', () => new ArrayBuffer(2 ** 50)],
])('says what to do where there is no room for %s', (_, action) => {
  const error = explainMemory(thrownBy(action));
  expect(error).toBeInstanceOf(StorageError);
  expect((error as Error).message).toMatch(/^there is not enough memory: choose a smaller lattice, fewer workers/);
});

it('leaves other errors as they are', () => {
  const error = new RangeError('step must be finite');
  expect(explainMemory(error)).toBe(error);
});
