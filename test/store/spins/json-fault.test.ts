import { expect, it } from 'vitest';
import { findJsonFault } from '../../../src/store/spins/json-fault.ts';

it.each([
  '{"a": 1}',
  ' [1e5, -0.1E-7, 0, true, false, null, "x\\u00e9\\n\\""]\n',
  '{}',
  '[[], {}, {"a": {"b": []}}]',
  '"text"',
])('finds nothing wrong with %s', (text) => {
  expect(() => JSON.parse(text)).not.toThrow();
  expect(findJsonFault(text)).toBeUndefined();
});

it.each([
  ['', 0, 'a value', 'the end of the text', []],
  ['[1, 2', 5, ', or ]', 'the end of the text', []],
  ['[1, 2,]', 6, 'a value', ']', [2]],
  ['[1 2]', 3, ', or ]', '2', []],
  ['[[0], [NaN, 0]]', 7, 'a value', 'NaN', [1, 0]],
  ['{"a": [-Infinity]}', 7, 'a value', '-Infinity', ['a', 0]],
  ['[01]', 1, 'a value', '01', [0]],
  ['[1.]', 1, 'a value', '1.', [0]],
  ['[.5]', 1, 'a value', '.5', [0]],
  ['{a: 1}', 1, 'a key in double quotes', 'a', []],
  ['{"a" 1}', 5, ':', '1', []],
  ['{"a": 1', 7, ', or }', 'the end of the text', []],
  ['["a\nb"]', 1, 'a value', '"', [0]],
  ['["\\x"]', 1, 'a value', '"', [0]],
  ['[1] [2]', 4, 'nothing more', '[', []],
])('finds the place in %j', (text, offset, expected, found, path) => {
  expect(() => JSON.parse(text)).toThrow();
  expect(findJsonFault(text)).toMatchObject({ offset, expected, found, path });
});

it('gives up on absurd depth instead of running out of stack', () => {
  expect(findJsonFault('['.repeat(1e5))?.expected).toBe('at most 100 levels');
});
