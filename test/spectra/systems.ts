/** Models and configurations that the tests of spectra share. */
import { createModel } from '../../src/exact/create.ts';
import type { ModelParameters } from '../../src/exact/model.ts';
import { createLattice } from '../../src/lattice/create.ts';
import type { LatticeSpec } from '../../src/lattice/lattice.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import type { Conductivities, SpectraChoice } from '../../src/spectra/choice.ts';
import { configurationSpectra } from '../../src/spectra/configuration-spectra.ts';
import { randomSpins } from '../exact/random-systems.ts';

export const evenly = (from: number, to: number, count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, k) => from + (k * (to - from)) / (count - 1));

export const parametersOf = (spec: LatticeSpec, more: Partial<ModelParameters> = {}): ModelParameters => ({
  hopping: [1],
  coupling: 2,
  chemicalPotential: -0.3,
  temperature: 0.3,
  exchange: [],
  field: [0, 0, 0],
  tolerance: 1e-12,
  ...more,
  lattice: createLattice(spec),
});

export const someSpins = ({ lattice }: ModelParameters, key = 3): Float64Array =>
  randomSpins(philoxStream(key, 0), lattice.siteCount);

const CHOICE: SpectraChoice = {
  energies: { frequencies: evenly(-8, 8, 33), broadening: 0.1 },
  light: { frequencies: evenly(0, 8, 17), broadening: 0.1 },
  momenta: [],
  isLocal: false,
  hasChernNumber: false,
};

export const spectraOf = (parameters: ModelParameters, spins: Float64Array, choice: Partial<SpectraChoice> = {}) =>
  configurationSpectra(parameters, { ...CHOICE, ...choice }, 'wasm')(spins);

/** The four spins of a tetrahedron, on the four sublattices of a triangular lattice of even length. */
export function tetrahedral(length: number): Float64Array {
  const t = 1 / Math.sqrt(3);
  const directions = [
    [t, t, t],
    [t, -t, -t],
    [-t, t, -t],
    [-t, -t, t],
  ];
  return Float64Array.from({ length: 3 * length * length }, (_, k) => {
    const site = Math.floor(k / 3);
    const [x, y] = [site % length, Math.floor(site / length)];
    return directions[(x % 2) + 2 * (y % 2)][k % 3];
  });
}

/** The parameters with μ in the middle of the gap above so many electrons. */
export function inGap(parameters: ModelParameters, spins: Float64Array, electrons: number): ModelParameters {
  const levels = createModel(parameters).spectrum(spins);
  return { ...parameters, chemicalPotential: (levels[electrons - 1] + levels[electrons]) / 2 };
}

/** With frequencies of light. */
export function conductivitiesOf(
  parameters: ModelParameters,
  spins: Float64Array,
  light = CHOICE.light,
): Conductivities {
  const { conductivities } = spectraOf(parameters, spins, { light });
  if (!conductivities) throw new Error('no conductivities');
  return conductivities;
}
