/** Spectra with disorder: sum rules over the sites that are there, by both routes. */
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { createModel } from '../../src/exact/create.ts';
import type { LatticeSpec } from '../../src/lattice/lattice.ts';
import { momentumCorners } from '../../src/spectra/corners.ts';
import { momentumPath } from '../../src/spectra/momentum-path.ts';
import { namedConfiguration } from '../../src/spins/named.ts';
import { conductivitiesOf, parametersOf, spectraOf } from './systems.ts';

const DISORDER = { vacancies: 0.2, missingSpins: 0.2, potential: 0.7, hopping: 0.4, coupling: 0.5, seed: 3 };
const KINDS: readonly LatticeSpec[] = [
  { kind: 'square', size: [4, 4], twist: [0.2, 0], disorder: DISORDER },
  { kind: 'kagome', size: [2, 2], disorder: DISORDER },
];
const FAR = 1e7;
const weightOf = (values: Float64Array) => (values[0] * Math.PI * FAR * FAR) / 0.1;

describe.each(KINDS)('$kind', (spec) => {
  const parameters = parametersOf(spec);
  const { lattice } = parameters;
  const spins = namedConfiguration('random', lattice, { seed: 2 });
  const isPresent = lattice.realisation?.isPresent ?? new Uint8Array();

  it('has two states per site that is there and one per wave vector', () => {
    const momenta = momentumPath(lattice, momentumCorners(lattice)).map(({ momentum }) => momentum);
    const energies = { frequencies: Float64Array.of(FAR), broadening: 0.1 };
    const { densityOfStates, local, spectralFunction } = spectraOf(parameters, spins, {
      energies,
      momenta,
      isLocal: true,
    });
    expect(weightOf(densityOfStates)).toBeCloseTo(2, 5);
    for (const [site, one] of local.entries()) expect(weightOf(one)).toBeCloseTo(2 * isPresent[site], 5);
    for (const one of spectralFunction) expect(weightOf(one)).toBeCloseTo(1, 5);
  });

  it('is the same from resolvents and from vectors', () => {
    const momenta = momentumPath(lattice, momentumCorners(lattice)).map(({ momentum }) => momentum);
    const light = { frequencies: Float64Array.of(1), broadening: 0.1 };
    const [resolvents, vectors] = [undefined, light].map((choice) =>
      spectraOf(parameters, spins, { momenta, light: choice, isLocal: true }),
    );
    for (const [k, values] of [
      ...resolvents.local,
      ...resolvents.spectralFunction,
      resolvents.densityOfStates,
    ].entries()) {
      const other = [...vectors.local, ...vectors.spectralFunction, vectors.densityOfStates][k];
      for (const [e, value] of values.entries()) expect(other[e]).toBeCloseTo(value, 9);
    }
  });

  it('obeys the f-sum rule with open boundaries', () => {
    const open = parametersOf({ ...spec, twist: spec.size.map(() => 0), boundary: spec.size.map(() => 'open') });
    const { conductivityWeight, kineticWeight } = conductivitiesOf(
      open,
      namedConfiguration('random', open.lattice, { seed: 2 }),
    );
    expect(Math.abs(conductivityWeight - kineticWeight)).toBeLessThan(1e-8 * kineticWeight);
    expect(kineticWeight).toBeGreaterThan(0.05);
  });

  it('has densities of sites that add up, 0 at vacancies', () => {
    const model = createModel(parameters);
    const { sites = [], density } = evaluate(model, [spins], { spectrum: false, sites: true }).configurations[0];
    const total = sites.reduce((sum, site) => sum + site.density, 0);
    expect(total / (lattice.realisation?.presentCount ?? 0)).toBeCloseTo(density, 10);
    for (const [site, mark] of isPresent.entries())
      if (!mark) expect(sites[site]).toEqual({ density: 0, moment: [0, 0, 0] });
  });
});
