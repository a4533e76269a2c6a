import { expect, it } from 'vitest';
import { perturbDirection, randomDirection } from '../../src/numeric/directions.ts';
import * as elementary from '../../src/numeric/elementary.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { fingerprint } from './fingerprint.ts';

// Made by the lines that use them, with the first version of the code, Node 24 on x86-64.
const FINGERPRINTS: Record<string, string> = {
  asinh: 'b1bf6cff',
  atan: 'ccdfd4f5',
  cos: 'c8867531',
  cosTurns: '48343781',
  cosh: 'b14f4c57',
  exp: '3d56b687',
  expm1: '2e620dab',
  log: 'b3c45bd1',
  log1p: '9fb16f9c',
  sin: '0184be6c',
  sinTurns: '6f9b318e',
  sinh: 'e6852498',
  softplus: 'bcd85ecc',
  tanh: 'e629f913',
  directions: '518e540a',
};

it.each(Object.entries(elementary))('%s is bit-identical everywhere', (name, f) => {
  const random = philoxStream(2023, 8);
  // From 2^-20 to 2^20 in size; positive where the function wants it.
  const values = Array.from({ length: 1000 }, (_, i) => {
    const size = random.nextUniform() * 2 ** ((i % 41) - 20);
    return f(i % 2 && name !== 'log' && name !== 'log1p' ? -size : size);
  });
  expect(fingerprint(values)).toBe(FINGERPRINTS[name]);
});

it('directions are bit-identical everywhere', () => {
  const random = philoxStream(2023, 9);
  const spins = new Float64Array(600);
  for (let i = 0; i < 300; i += 3) randomDirection(random, spins, i);
  for (let i = 0; i < 300; i += 3) perturbDirection(random, 0.3, spins, i, spins, 300 + i);
  expect(fingerprint(spins)).toBe(FINGERPRINTS.directions);
  expect(random.position).toBe(732);
});
