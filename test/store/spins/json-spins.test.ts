import { expect, it } from 'vitest';
import { InputError } from '../../../src/errors.ts';
import { createLattice } from '../../../src/lattice/create.ts';
import { parseJsonSpins } from '../../../src/store/spins/json-spins.ts';

const parse = (text: string, { siteCount = 2, normalise = false } = {}) =>
  parseJsonSpins(text, 'spins.json', {
    lattice: createLattice({ kind: 'chain', size: [siteCount] }),
    normalise,
    normaliseName: '--normalise',
  });

const file = (...configurations: unknown[]) => JSON.stringify({ configurations });
const UP = [0, 0, 1];

it('reads configurations as flat arrays, bits unchanged', () => {
  const third = Math.sqrt(1 / 3);
  const spins = parse(file([UP, [third, third, third]], [[-1, 0, 0], UP]));
  expect(spins).toEqual([Float64Array.of(0, 0, 1, third, third, third), Float64Array.of(-1, 0, 0, 0, 0, 1)]);
});

it('accepts lengths within 1e-8 of 1, and not beyond', () => {
  expect(() => parse(file([UP, [0, 0, 1 + 0.9e-8]]))).not.toThrow();
  expect(() => parse(file([UP, [0, 0, 1 + 1.1e-8]]))).toThrow(InputError);
  expect(() => parse(file([UP, [0, 0, 1 - 1.1e-8]]))).toThrow(InputError);
});

it('normalises when asked to, whatever the length', () => {
  const [spins] = parse(
    file([
      [0, 3, 4],
      [1e200, 0, 1e200],
    ]),
    { normalise: true },
  );
  expect([...spins.subarray(0, 3)]).toEqual([0, 0.6, 0.8]);
  expect(spins[3]).toBeCloseTo(Math.SQRT1_2, 15);
});

it.each([
  [
    'text that is not JSON',
    '{"configurations": [\n[[0, 0, 1], [0, 0, 1]]',
    'spins.json:2:23: expected , or ], found the end of the text',
  ],
  [
    'NaN, which JSON does not have',
    '{"configurations": [\n [[0, 0, 1], [0, NaN, 1]]]}',
    'spins.json:2:18: configuration 0, site 1, y: expected a value, found NaN',
  ],
  [
    'another key',
    '{"spins": []}',
    'spins.json: expected {"configurations": [[[x, y, z], …], …]}, found the keys spins',
  ],
  ['a bare list', '[[[0, 0, 1]]]', 'spins.json: expected {"configurations": [[[x, y, z], …], …]}, found [[[0,0,1]]]'],
  ['no configuration', file(), 'spins.json: expected {"configurations": [[[x, y, z], …], …]}, found []'],
  [
    'a configuration without sites',
    file(3),
    'spins.json: configuration 0, spins: expected 2 of them, one [x, y, z] per site, found 3',
  ],
  [
    'too few spins',
    file([UP, UP], [UP]),
    'spins.json: configuration 1, spins: expected 2 of them, one [x, y, z] per site, found 1',
  ],
  [
    'flat numbers',
    file([0, 0, 1, 0, 0, 1]),
    'spins.json: configuration 0, spins: expected 2 of them, one [x, y, z] per site, found 6',
  ],
  [
    'null in place of a number',
    file([UP, [0, null, 1]]),
    'spins.json: configuration 0, spins, site 1: expected three finite numbers [x, y, z], found [0, null, 1]',
  ],
  [
    'two components',
    file([UP, [0, 1]]),
    'spins.json: configuration 0, spins, site 1: expected three finite numbers [x, y, z], found [0, 1]',
  ],
  [
    'a number that overflows',
    '{"configurations": [[[1e999, 0, 0], [0, 0, 1]]]}',
    'spins.json: configuration 0, spins, site 0: expected three finite numbers [x, y, z], found [Infinity, 0, 0]',
  ],
  [
    'the zero vector',
    file([[0, 0, 0], UP]),
    'spins.json: configuration 0, spins, site 0: expected a unit vector, found [0, 0, 0], which has no direction',
  ],
  [
    'another length',
    file([UP, [0, 3, 4]]),
    'spins.json: configuration 0, spins, site 1: expected a unit vector, found [0, 3, 4] of length 5\n  --normalise scales spins to length 1',
  ],
])('refuses %s', (_, text, message) => {
  expect(() => parse(text)).toThrow(new InputError(message));
});
