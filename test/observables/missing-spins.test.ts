/** Observables where sites and spins are missing: those of the shorter chain that is left, and definitions written out. */
import { describe, expect, it } from 'vitest';
import { createModel } from '../../src/exact/create.ts';
import type { ModelInput } from '../../src/exact/defaults.ts';
import { createLattice } from '../../src/lattice/create.ts';
import { spinSites } from '../../src/lattice/disorder/occupation.ts';
import type { Lattice } from '../../src/lattice/lattice.ts';
import { momenta } from '../../src/lattice/momenta.ts';
import { FAMILY_NAMES } from '../../src/observables/families.ts';
import { observablesFor } from '../../src/observables/observables-for.ts';
import { structureFactorWaveNumbers } from '../../src/observables/structure-factor.ts';
import { namedConfiguration } from '../../src/spins/named.ts';

const PARAMETERS: Omit<ModelInput, 'lattice'> = { chemicalPotential: -0.3, temperature: 0.2, field: [0.1, 0.2, 0.3] };

function valuesOf(lattice: Lattice, spins: Float64Array): Map<string, number> {
  const model = createModel({ lattice, ...PARAMETERS });
  const { primary } = observablesFor(model.parameters, FAMILY_NAMES);
  const measurement = model.measure(spins);
  return new Map(primary.map(({ name, evaluate }) => [name, evaluate(spins, measurement)]));
}

it('are those of a shorter chain where the last site is missing', () => {
  const boundary = ['open'] as const;
  const short = createLattice({ kind: 'chain', size: [5], boundary });
  const long = createLattice({ kind: 'chain', size: [6], boundary, disorder: { vacancies: 0.2, seed: lastMissing() } });
  const spins = namedConfiguration('random', short, { seed: 1 });
  const longer = new Float64Array(18);
  longer.set(spins);
  const [expected, found] = [valuesOf(short, spins), valuesOf(long, longer)];
  const compared = [...expected].filter(([name]) => !name.startsWith('structureFactor'));
  expect(compared.length).toBeGreaterThan(20);
  for (const [name, value] of compared) expect(found.get(name), name).toBeCloseTo(value, 9);
});

describe('S(q)', () => {
  it('is |Σ S_i e^{iq·r_i}|² over the number of spins, averaged over equivalent q', () => {
    const lattice = createLattice({
      kind: 'square',
      size: [4, 4],
      disorder: { vacancies: 0.2, missingSpins: 0.2, seed: 3 },
    });
    const spins = namedConfiguration('random', lattice, { seed: 4 });
    const values = valuesOf(lattice, spins);
    const power = ([n, m]: readonly number[]) => {
      let sum = 0;
      for (let c = 0; c < 3; c++) {
        let [re, im] = [0, 0];
        for (const i of spinSites(lattice)) {
          const phase = (2 * Math.PI * (n * (i % 4) + m * Math.floor(i / 4))) / 4;
          re += spins[3 * i + c] * Math.cos(phase);
          im += spins[3 * i + c] * Math.sin(phase);
        }
        sum += re * re + im * im;
      }
      return sum / spinSites(lattice).length;
    };
    const all = Object.entries(structureFactorWaveNumbers(lattice));
    expect(all.flatMap(([, orbit]) => orbit)).toHaveLength(momenta(lattice).length / 2);
    for (const [name, orbit] of all)
      expect(values.get(name)).toBeCloseTo(orbit.reduce((sum, q) => sum + power(q), 0) / orbit.length, 10);
  });
});

it('find full order where all spins that are there are in it', () => {
  const lattice = createLattice({
    kind: 'square',
    size: [6, 6],
    disorder: { vacancies: 0.3, missingSpins: 0.1, seed: 8 },
  });
  const values = valuesOf(lattice, namedConfiguration('neel', lattice));
  for (const name of ['absStaggeredMagnetization', 'staggeredMagnetization4'])
    expect(values.get(name)).toBeCloseTo(1, 12);
  expect(values.get('structureFactorPiPi')).toBeCloseTo(spinSites(lattice).length, 10);
  expect(values.get('nearestNeighbourCorrelation')).toBeCloseTo(-1, 12);
});

/** A seed for which of six sites the last one alone is missing. */
function lastMissing(): number {
  return Array.from({ length: 1000 }, (_, seed) => seed).findIndex((seed) => {
    const { realisation } = createLattice({ kind: 'chain', size: [6], disorder: { vacancies: 0.2, seed } });
    return [...(realisation?.isPresent ?? [])].join('') === '111110';
  });
}
