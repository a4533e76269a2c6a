/** Symmetries of models whose spins have an energy of their own: those that are claimed keep the weight, and there are as many as the group theory of the terms says. */
import { describe, expect, it } from 'vitest';
import { createModel } from '../../../src/exact/create.ts';
import { MODEL_DEFAULTS } from '../../../src/exact/defaults.ts';
import type { ModelParameters } from '../../../src/exact/model.ts';
import { exactSymmetries } from '../../../src/exact/symmetry/exact-symmetries.ts';
import { createLattice } from '../../../src/lattice/create.ts';
import type { LatticeSpec } from '../../../src/lattice/lattice.ts';
import { philoxStream } from '../../../src/numeric/philox.ts';
import { symmetryMoves } from '../../../src/sampling/moves/symmetry-moves.ts';
import { namedConfiguration } from '../../../src/spins/named.ts';
import { ALL_TERMS } from '../classical/systems.ts';

const SQUARE: LatticeSpec = { kind: 'square', size: [4, 4] };
const TRIANGULAR: LatticeSpec = { kind: 'triangular', size: [3, 3] };
const CHAIN: LatticeSpec = { kind: 'chain', size: [6] };

/** Rotations and other operations of the spins among those of the cube, and operations on the sites with rotations alone. */
interface Count {
  readonly proper: number;
  readonly improper: number;
  readonly sites: number;
}

const CASES: readonly (readonly [string, LatticeSpec, Partial<ModelParameters>, Count])[] = [
  ['axial exchange along z: D4h', SQUARE, { exchangeAxial: [0.3] }, { proper: 8, improper: 8, sites: 8 }],
  ['a weak one', SQUARE, { exchange: [1], exchangeAxial: [1e-7] }, { proper: 8, improper: 8, sites: 8 }],
  ['an axis (1, 1, 1): D3d', SQUARE, { singleIon: 0.3, axis: [2, 2, 2] }, { proper: 6, improper: 6, sites: 8 }],
  ['a general axis: Ci', SQUARE, { singleIon: 0.3, axis: [1, 2, 3] }, { proper: 1, improper: 1, sites: 8 }],
  ['axis and field', SQUARE, { singleIon: 0.3, field: [0, 0, 0.2] }, { proper: 4, improper: 4, sites: 8 }],
  ['a field across', SQUARE, { singleIon: 0.3, field: [0.2, 0, 0] }, { proper: 2, improper: 2, sites: 8 }],
  ['biquadratic: all', TRIANGULAR, { biquadratic: [0.3] }, { proper: 24, improper: 24, sites: 12 }],
  [
    'Dzyaloshinskii–Moriya along z: C4h, and no reflection of the chain',
    CHAIN,
    { dzyaloshinskiiMoriya: [0.3], dmDirection: 'z' },
    { proper: 4, improper: 4, sites: 1 },
  ],
  [
    'interfacial: the inversion alone',
    TRIANGULAR,
    { dzyaloshinskiiMoriya: [0.3], dmDirection: 'interfacial' },
    { proper: 1, improper: 1, sites: 1 },
  ],
  [
    'interfacial in a field: none but translations',
    TRIANGULAR,
    { dzyaloshinskiiMoriya: [0.3], dmDirection: 'interfacial', field: [0, 0, 0.1] },
    { proper: 1, improper: 0, sites: 1 },
  ],
  ['all terms', TRIANGULAR, ALL_TERMS, { proper: 1, improper: 0, sites: 1 }],
];

describe.each(CASES)('%s', (_, spec, terms, count) => {
  const parameters = { ...MODEL_DEFAULTS, lattice: createLattice(spec), temperature: 0.2, ...terms };
  const model = createModel(parameters);
  const symmetries = exactSymmetries(parameters);

  it('has the operations of its group', () => {
    const proper = symmetries.spins.filter(({ improper }) => !improper).length;
    const sites = symmetries.sites.filter(({ improper }) => !improper).length;
    expect({ proper, improper: symmetries.spins.length - proper, sites }).toEqual(count);
    expect(symmetries.sites.some(({ improper }) => improper)).toBe(count.improper > 0);
    expect(symmetries.translations).toEqual(spec.size);
  });

  it('keeps the weight', () => {
    const moves = symmetryMoves(parameters.lattice, symmetries);
    const spins = namedConfiguration('random', parameters.lattice, { seed: 4 });
    const copy = spins.slice();
    const random = philoxStream(1, 1);
    for (let k = 0; k < 100; k++) {
      moves.draw(spins, random, copy);
      expect(Math.abs(model.logWeight(copy) - model.logWeight(spins))).toBeLessThan(1e-8);
    }
  });
});
