/** Spectra that are known: bands of a ferromagnet, and the integers of the tetrahedral state. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createModel } from '../../src/exact/create.ts';
import { parseSpec } from '../../src/spec/spec.ts';
import { chernNumber } from '../../src/spectra/chern-number.ts';
import { momentumCorners } from '../../src/spectra/corners.ts';
import { momentumPath } from '../../src/spectra/momentum-path.ts';
import { ferromagnet } from '../exact/dense/lattice-systems.ts';
import { conductivitiesOf, evenly, inGap, parametersOf, spectraOf, tetrahedral } from './systems.ts';

describe('A(k, ω) of a ferromagnet', () => {
  it.each([
    {
      kind: 'square',
      size: [6, 4],
      twist: [0, 0],
      band: ([x, y]: readonly number[]) => -2 * (Math.cos(x) + Math.cos(y)),
    },
    {
      kind: 'square',
      size: [4, 4],
      twist: [0.25, 0.1],
      band: ([x, y]: readonly number[]) => -2 * (Math.cos(x) + Math.cos(y)),
    },
    { kind: 'triangular', size: [6, 6], twist: [0.1, 0.3], band: triangularBand },
    { kind: 'chain', size: [8], twist: [0.5], band: ([x]: readonly number[]) => -2 * Math.cos(x) },
  ])('is two lines at ε(k) ± J/2 on $kind $size twisted by $twist', ({ kind, size, twist, band }) => {
    const parameters = parametersOf({ kind, size, twist }, { coupling: 3 });
    const { lattice } = parameters;
    const path = momentumPath(lattice, momentumCorners(lattice));
    const momenta = path.map(({ momentum }) => momentum);
    const energies = { frequencies: evenly(-9, 9, 181), broadening: 0.2 };
    const { spectralFunction } = spectraOf(parameters, ferromagnet(lattice.siteCount), { energies, momenta });
    expect(path.length).toBeGreaterThanOrEqual(3);
    const line = (ω: number) => 0.2 / Math.PI / (ω * ω + 0.04);
    momenta.forEach((momentum, k) => {
      energies.frequencies.forEach((ω, e) => {
        const expected = (line(ω - band(momentum) - 1.5) + line(ω - band(momentum) + 1.5)) / 2;
        expect(spectralFunction[k][e]).toBeCloseTo(expected, 10);
      });
    });
  });
});

function triangularBand([x, y]: readonly number[]): number {
  const ways = [
    [1, 0],
    [1 / 2, Math.sqrt(3) / 2],
    [-1 / 2, Math.sqrt(3) / 2],
  ];
  return ways.reduce((sum, [a, b]) => sum - 2 * Math.cos(a * x + b * y), 0);
}

describe('the tetrahedral state of the triangular lattice (I. Martin and C. D. Batista, Phys. Rev. Lett. 101, 156402)', () => {
  it.each([
    { filling: 0.5, chern: -1, digits: 5 },
    { filling: 1.5, chern: 1, digits: 8 },
  ])('has a Hall conductivity of one e²/h with $filling electrons per site', ({ filling, chern, digits }) => {
    const [length, twists] = [4, 8];
    const spins = tetrahedral(length);
    const electrons = filling * length * length;
    let sum = 0;
    // The mean over twists of a state that repeats after two sites is that of one configuration of 32 × 32 sites.
    for (let k = 0; k < twists * twists; k++) {
      const twist = [(k % twists) / twists, Math.floor(k / twists) / twists];
      const parameters = parametersOf(
        { kind: 'triangular', size: [length, length], twist },
        { coupling: 8, temperature: 0.005 },
      );
      sum += conductivitiesOf(inGap(parameters, spins, electrons), spins).hallConductivity ?? Number.NaN;
    }
    expect(sum / twists ** 2).toBeCloseTo(chern, digits);
    const parameters = parametersOf({ kind: 'triangular', size: [length, length] }, { coupling: 8 });
    expect(chernNumber(inGap(parameters, spins, electrons), spins, 'wasm')).toBe(chern);
  });

  it('has the opposite integer in its mirror image, and none in a ferromagnet', () => {
    const parameters = parametersOf({ kind: 'triangular', size: [4, 4] }, { coupling: 8 });
    const mirrored = tetrahedral(4).map((value, k) => (k % 3 === 2 ? -value : value));
    expect(chernNumber(inGap(parameters, mirrored, 24), mirrored, 'wasm')).toBe(-1);
    const ferromagnetic = parametersOf({ kind: 'triangular', size: [4, 4] }, { coupling: 40 });
    expect(chernNumber(inGap(ferromagnetic, ferromagnet(16), 16), ferromagnet(16), 'wasm')).toBe(0);
  });

  it.each([
    [1, 0.294],
    [2, 0.58],
    [4, 1.08],
  ])('has at J = %f and 3/4 filling a gap of %f', (coupling, gap) => {
    const spins = tetrahedral(12);
    const parameters = parametersOf({ kind: 'triangular', size: [12, 12] }, { coupling });
    const levels = createModel(parameters).spectrum(spins);
    expect(levels[216] - levels[215]).toBeCloseTo(gap, 3);
  });
});

describe('Chern numbers of bands that are known, twice because of the spin', () => {
  it('has 1 for the lowest band of a third of a flux quantum per plaquette (D. Thouless et al., Phys. Rev. Lett. 49, 405)', () => {
    const [length, twists] = [3, 8];
    const spins = ferromagnet(length * length);
    const onTorus = (twist: readonly number[]) =>
      inGap(parametersOf({ kind: 'square', size: [length, length], twist }, HOFSTADTER), spins, 6);
    expect(chernNumber(onTorus([0, 0]), spins, 'wasm')).toBe(2);
    let sum = 0;
    for (let k = 0; k < twists * twists; k++) {
      const parameters = onTorus([(k % twists) / twists, Math.floor(k / twists) / twists]);
      sum += conductivitiesOf(parameters, spins).hallConductivity ?? Number.NaN;
    }
    expect(sum / twists ** 2).toBeCloseTo(2, 2);
  });

  it('has 1 for the lower band of the Haldane model (F. Haldane, Phys. Rev. Lett. 61, 2015)', () => {
    const text = readFileSync(new URL('../../examples/haldane.toml', import.meta.url), 'utf8');
    const { lattice } = parseSpec(text, 'haldane.toml');
    const parameters = { ...parametersOf(lattice, { coupling: 0, hopping: [] }), chemicalPotential: 0 };
    expect(chernNumber(parameters, ferromagnet(18), 'wasm')).toBe(2);
  });
});

const HOFSTADTER = { coupling: 0, flux: 1 / 3, temperature: 0.005 };
