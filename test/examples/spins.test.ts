/** The files of spins of examples/, one configuration in every format. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { latticeOf } from '../../src/spec/lattice-of.ts';
import { parseSpec } from '../../src/spec/spec.ts';
import { readSpins } from '../../src/store/spins/read-spins.ts';

const path = (name: string) => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));
const lattice = latticeOf(parseSpec(readFileSync(path('kondo-6x6.toml'), 'utf8'), 'kondo-6x6.toml'));
const spinsIn = (format: string) =>
  readSpins(path(`kondo-6x6-spins.${format}`), { lattice, normalise: false, normaliseName: '--normalise' });

it.each(['csv', 'npy', 'ovf'])('%s has the spins of json, to the bit', async (format) => {
  expect(await spinsIn(format)).toEqual(await spinsIn('json'));
});
