import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { createLattice } from '../../src/lattice/create.ts';
import { hasSpin } from '../../src/lattice/disorder/occupation.ts';
import { validateConfiguration, validatedOn } from '../../src/spins/validate.ts';

const UP = [0, 0, 1];

it('makes a flat array and leaves the bits as they are', () => {
  const third = Math.sqrt(1 / 3);
  expect(validateConfiguration([UP, [third, third, third]], 2)).toEqual(Float64Array.of(0, 0, 1, third, third, third));
  expect(validateConfiguration([[0, 0, 1 + 5e-9]], 1)[2]).toBe(1 + 5e-9);
});

it('accepts lengths within 1e-8 of 1, and not beyond', () => {
  for (const length of [1 + 0.9e-8, 1 - 0.9e-8]) expect(() => validateConfiguration([[0, length, 0]], 1)).not.toThrow();
  for (const length of [1 + 1.1e-8, 1 - 1.1e-8])
    expect(() => validateConfiguration([[0, length, 0]], 1)).toThrow(InputError);
});

it('normalises any length on request', () => {
  const spins = [
    [0, 3, -4],
    [1e-200, 0, 1e-200],
    [1e300, 1e300, 1e300],
  ];
  const normalised = validateConfiguration(spins, 3, { normalise: true });
  expect([...normalised.subarray(0, 3)]).toEqual([0, 0.6, -0.8]);
  [Math.SQRT1_2, 0, Math.SQRT1_2].forEach((value, c) => {
    expect(normalised[3 + c]).toBeCloseTo(value, 15);
  });
  for (const value of normalised.subarray(6)) expect(value).toBeCloseTo(Math.sqrt(1 / 3), 15);
});

it.each([
  ['too few', [UP], {}, 'spins: expected 2 of them, one [x, y, z] per site, found 1'],
  ['no list', 'up', {}, 'spins: expected 2 of them, one [x, y, z] per site, found up'],
  ['flat numbers', [0, 1], {}, 'spins, site 0: expected three finite numbers [x, y, z], found 0'],
  ['two components', [UP, [0, 1]], {}, 'spins, site 1: expected three finite numbers [x, y, z], found [0, 1]'],
  [
    'NaN',
    [UP, [0, Number.NaN, 1]],
    { normalise: true },
    'spins, site 1: expected three finite numbers [x, y, z], found [0, NaN, 1]',
  ],
  [
    'a wrong length',
    [UP, [0, 3, 4]],
    {},
    'spins, site 1: expected a unit vector, found [0, 3, 4] of length 5\n  did you mean to normalise?',
  ],
  [
    'zero',
    [UP, [0, 0, 0]],
    { normalise: true },
    'spins, site 1: expected a unit vector, found [0, 0, 0], which has no direction',
  ],
])('refuses %s', (_, spins, options, message) => {
  const validate = () => validateConfiguration(spins as number[][], 2, options);
  expect(validate).toThrow(InputError);
  expect(validate).toThrow(message);
});

describe('with missing spins', () => {
  const lattice = createLattice({ kind: 'chain', size: [8], disorder: { missingSpins: 0.4, seed: 3 } });
  const spins = Array.from({ length: 8 }, () => [0, 0, 1]);
  const without = spins.map((spin, site) => (hasSpin(lattice, site) ? spin : [0, 0, 0]));

  it('takes 0 and unit vectors where there is none, and makes them 0', () => {
    expect(validatedOn(lattice, spins)).toEqual(Float64Array.from(without.flat()));
    expect(validatedOn(lattice, without)).toEqual(Float64Array.from(without.flat()));
  });

  it('finds out the spins of another realisation', () => {
    const other = createLattice({ kind: 'chain', size: [8], disorder: { missingSpins: 0.4, seed: 4 } });
    expect(() => validatedOn(other, without)).toThrow(
      /^spins, site \d: expected a unit vector, found none, where realisation 4 of the disorder has a spin$/,
    );
  });
});
