/** Spectral functions from resolvents are those from all levels and vectors; WebAssembly and its twin agree to the bit. */
import { describe, expect, it } from 'vitest';
import { configurationSpectra } from '../../src/spectra/configuration-spectra.ts';
import { momentumCorners } from '../../src/spectra/corners.ts';
import { momentumPath } from '../../src/spectra/momentum-path.ts';
import { evenly, parametersOf, someSpins, spectraOf } from './systems.ts';

const difference = (a: Float64Array, b: Float64Array): number =>
  a.reduce((most, value, k) => Math.max(most, Math.abs(value - b[k])), 0);

describe.each([
  { kind: 'square', size: [4, 6], twist: [0, 0] },
  { kind: 'square', size: [3, 5], twist: [0.1, 0.4] },
  { kind: 'kagome', size: [2, 3], twist: [0.3, 0] },
  { kind: 'cubic', size: [3, 2, 2], twist: [0, 0.2, 0] },
  { kind: 'chain', size: [1], twist: [0.3] },
])('$kind $size', (spec) => {
  const parameters = parametersOf(spec, { hopping: [1, 0.5] });
  const spins = someSpins(parameters);
  const path = momentumPath(parameters.lattice, momentumCorners(parameters.lattice));
  const momenta = path.map(({ momentum }) => momentum);
  // An odd number of energies, which are taken in pairs.
  const choice = { energies: { frequencies: evenly(-7, 7, 41), broadening: 0.05 }, momenta, isLocal: true };

  it('from resolvents as from vectors', () => {
    const fromVectors = spectraOf(parameters, spins, choice);
    const fromResolvents = spectraOf(parameters, spins, { ...choice, light: undefined });
    expect(fromResolvents.conductivities).toBeUndefined();
    expect(difference(fromVectors.densityOfStates, fromResolvents.densityOfStates)).toBeLessThan(1e-11);
    fromVectors.local.forEach((one, site) => {
      expect(difference(one, fromResolvents.local[site])).toBeLessThan(1e-10);
    });
    fromVectors.spectralFunction.forEach((one, k) => {
      expect(difference(one, fromResolvents.spectralFunction[k])).toBeLessThan(1e-10);
    });
  });

  it('has a twin', () => {
    const without = { ...choice, light: undefined, hasChernNumber: false };
    const [wasm, typescript] = (['wasm', 'typescript'] as const).map((engine) =>
      configurationSpectra(parameters, without, engine)(spins),
    );
    expect(wasm).toEqual(typescript);
    const light = { frequencies: evenly(0, 6, 7), broadening: 0.1 };
    const [vectors, twin] = (['wasm', 'typescript'] as const).map((engine) =>
      configurationSpectra(parameters, { ...without, light }, engine)(spins),
    );
    expect(vectors).toEqual(twin);
  });
});
