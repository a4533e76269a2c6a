/** Readouts by plane waves against the sums over neighbours that they take the place of, which derivatives still are: E = Σ_k θ_k ∂E/∂θ_k over all couplings. */
import { describe, expect, it } from 'vitest';
import { wavesInsteadOf } from '../../src/effective/attention/waves.ts';
import type { EffectiveChoice } from '../../src/effective/model.ts';
import { chosenShells, neighbourRows } from '../../src/effective/shells.ts';
import { createLattice } from '../../src/lattice/create.ts';
import type { LatticeSpec } from '../../src/lattice/lattice.ts';
import { namedConfiguration } from '../../src/spins/named.ts';
import { modelOf } from './systems.ts';

const wavesOf = (spec: LatticeSpec) => {
  const lattice = createLattice(spec);
  return wavesInsteadOf(neighbourRows(lattice, chosenShells(lattice, 'all')), lattice);
};

const LATTICES: readonly LatticeSpec[] = [
  { kind: 'square', size: [8, 8] },
  { kind: 'square', size: [11, 10] },
  { kind: 'square', size: [10, 9], twist: [0.25, 0] },
  { kind: 'triangular', size: [9, 10] },
  { kind: 'cubic', size: [4, 6, 5] },
];

const CHOICES: readonly EffectiveChoice[] = [
  { kind: 'linear' },
  { kind: 'transformer', blocks: 2, smeared: 2 },
  { kind: 'transformer', blocks: 1, smeared: 3, crossReadout: true },
];

describe.each(LATTICES)('$kind $size', (lattice) => {
  it('has waves', () => expect(wavesOf(lattice)).toBeDefined());

  it.each(CHOICES)('$kind, $smeared smeared', (choice) => {
    const model = modelOf({ lattice, choice });
    const gradient = new Float64Array(model.parameters.length);
    for (let seed = 0; seed < 3; seed++) {
      const spins = namedConfiguration('random', model.lattice, { seed });
      const energy = model.energyAndGradient(spins, gradient);
      expect(model.energy(spins)).toBe(energy);
      expect(modelOf({ lattice, choice }, 'typescript').energy(spins)).toBe(energy);
      const sum = model.parameterNames.reduce(
        (total, name, k) => (name.includes('W_') ? total : total + model.parameters[k] * gradient[k]),
        0,
      );
      expect(Math.abs(energy - sum)).toBeLessThan(1e-13 * model.lattice.siteCount);
    }
  });
});

it.each([
  { kind: 'square', size: [6, 6] },
  { kind: 'square', size: [10, 10], boundary: ['open', 'periodic'] },
  { kind: 'kagome', size: [6, 6] },
  { kind: 'chain', size: [40] },
] as const)('$kind $size is read out by neighbours', (spec) => expect(wavesOf(spec)).toBeUndefined());
