import { expect, it } from 'vitest';
import { createLattice } from '../../src/lattice/create.ts';
import { translations } from '../../src/lattice/symmetry.ts';
import { namedConfiguration } from '../../src/spins/named.ts';
import { permuteConfiguration, rotateConfiguration } from '../../src/spins/transform.ts';

const UNIT_X = [1, 0, 0];
const spins = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9);

it('multiplies every spin by the matrix from the left', () => {
  const quarterTurnAboutZ = [
    [0, -1, 0],
    [1, 0, 0],
    [0, 0, 1],
  ];
  expect(rotateConfiguration(spins, quarterTurnAboutZ)).toEqual(Float64Array.of(-2, 1, 3, -5, 4, 6, -8, 7, 9));
});

it('sends the spin of site i to site image[i]', () => {
  expect(permuteConfiguration(spins, Int32Array.of(2, 0, 1))).toEqual(Float64Array.of(4, 5, 6, 7, 8, 9, 1, 2, 3));
});

it('leaves its argument as it is', () => {
  const before = spins.slice();
  rotateConfiguration(spins, [UNIT_X, UNIT_X, UNIT_X]);
  permuteConfiguration(spins, Int32Array.of(1, 2, 0));
  expect(spins).toEqual(before);
});

it('moves a spiral along itself: a translation is a rotation by the angle of the wave vector', () => {
  const lattice = createLattice({ kind: 'square', size: [4, 4] });
  const spiral = namedConfiguration('spiral', lattice, { waveVector: [0.25, 0.5] });
  const [, right] = translations(lattice);
  const quarterTurnBack = [
    [0, 1, 0],
    [-1, 0, 0],
    [0, 0, 1],
  ];
  const difference = rotateConfiguration(spiral, quarterTurnBack).map(
    (value, k) => value - permuteConfiguration(spiral, right.image)[k],
  );
  expect(Math.max(...difference.map(Math.abs))).toBe(0);
});
