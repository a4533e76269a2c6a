import { expect, it } from 'vitest';
import { createLattice, createModel } from '../../src/index.ts';

const lattice = createLattice({ kind: 'square', size: [2, 2] });

it.each([
  ['the model', 'temprature', 'temperature', (key: string) => createModel({ lattice, [key]: 1 })],
  ['options of the model', 'rout', 'route', (key: string) => createModel({ lattice }, { [key]: 'dense' })],
  ['the lattice', 'bounday', 'boundary', (key: string) => createLattice({ kind: 'chain', size: [2], [key]: ['open'] })],
] as const)('%s has no %s', (what, key, meant, make) => {
  expect(() => make(key)).toThrow(
    new RegExp(`^${what}: expected one of the keys .*, found the unknown key ${key}\n  did you mean ${meant}\\?$`),
  );
});
