/** What spectra add up to, and what conductivities have to do with energies in a vector potential. */
import { describe, expect, it } from 'vitest';
import { createModel } from '../../src/exact/create.ts';
import type { ModelParameters } from '../../src/exact/model.ts';
import { createLattice } from '../../src/lattice/create.ts';
import type { LatticeSpec } from '../../src/lattice/lattice.ts';
import { momentumCorners } from '../../src/spectra/corners.ts';
import { momentumPath } from '../../src/spectra/momentum-path.ts';
import { volumeOf } from '../../src/spectra/volume.ts';
import { conductivitiesOf, evenly, parametersOf, someSpins, spectraOf } from './systems.ts';

/** ∫ of a sum of Lorentzians over all energies: sampled far out, where a line of weight w has w η/(π ω²) on each side. */
const FAR = 1e7;
const weightOf = (values: Float64Array, broadening: number) => (values[0] * Math.PI * FAR * FAR) / broadening;
const farOut = { frequencies: Float64Array.of(FAR), broadening: 0.1 };

const KINDS: readonly LatticeSpec[] = [
  { kind: 'chain', size: [10], twist: [0.3] },
  { kind: 'square', size: [4, 6] },
  { kind: 'square', size: [3, 2], twist: [0.2, 0.1] },
  { kind: 'triangular', size: [4, 4] },
  { kind: 'honeycomb', size: [3, 3] },
  { kind: 'kagome', size: [2, 2] },
  { kind: 'cubic', size: [2, 3, 2] },
];

describe.each(KINDS)('$kind $size', (spec) => {
  const parameters = parametersOf(spec, { hopping: [1, 0.4] });
  const { lattice } = parameters;
  const spins = someSpins(parameters);

  it('has two states per site and one per wave vector', () => {
    const path = momentumPath(lattice, momentumCorners(lattice));
    const momenta = path.map(({ momentum }) => momentum);
    const { densityOfStates, local, spectralFunction } = spectraOf(parameters, spins, {
      energies: farOut,
      momenta,
      isLocal: true,
    });
    // Levels of a few t at a distance of 10⁷ t: 1e-6 to first order, which symmetry does not cancel.
    expect(weightOf(densityOfStates, 0.1)).toBeCloseTo(2, 5);
    for (const one of local) expect(weightOf(one, 0.1)).toBeCloseTo(2, 5);
    for (const one of spectralFunction) expect(weightOf(one, 0.1)).toBeCloseTo(1, 5);
  });

  it('has local densities of states whose mean is the density of states', () => {
    const { densityOfStates, local } = spectraOf(parameters, spins, { isLocal: true });
    densityOfStates.forEach((value, k) => {
      const mean = local.reduce((sum, one) => sum + one[k], 0) / lattice.siteCount;
      expect(mean).toBeCloseTo(value, 12);
    });
  });

  it('lacks as much of the weight of σ(ω) as the grand potential has of a second derivative by a vector potential', () => {
    const { conductivityWeight, kineticWeight } = conductivitiesOf(parameters, spins);
    const stiffness = meanStiffness(parameters, spec, spins);
    expect(kineticWeight - conductivityWeight).toBeCloseTo((Math.PI / volumeOf(lattice)) * stiffness, 6);
  });

  it('obeys the f-sum rule with open boundaries', () => {
    const open = parametersOf({ kind: spec.kind, size: spec.size, boundary: spec.size.map(() => 'open') }, parameters);
    const { conductivityWeight, kineticWeight } = conductivitiesOf(open, someSpins(open));
    expect(Math.abs(conductivityWeight - kineticWeight)).toBeLessThan(1e-8 * kineticWeight);
    expect(kineticWeight).toBeGreaterThan(0.1);
  });
});

/** ∂²Ω/∂A² at A = 0, the mean over the directions of A: twists carry A·(L_d a_d). Differences of the fourth order. */
function meanStiffness(parameters: ModelParameters, spec: LatticeSpec, spins: Float64Array): number {
  const { dimension, primitiveVectors } = parameters.lattice;
  const step = 2e-3;
  const potentialAt = (direction: number, A: number) => {
    const twist = primitiveVectors.map(
      (vector, d) => (spec.twist?.[d] ?? 0) + (A * vector[direction] * parameters.lattice.spec.size[d]) / (2 * Math.PI),
    );
    const model = createModel({ ...parameters, lattice: createLattice({ ...spec, twist }) }, { route: 'dense' });
    return model.measure(spins).freeEnergy;
  };
  const second = Array.from({ length: dimension }, (_, direction) => {
    const [at0, at1, at2] = [0, 1, 2].map((n) =>
      n === 0 ? 2 * potentialAt(direction, 0) : potentialAt(direction, n * step) + potentialAt(direction, -n * step),
    );
    return (16 * (at1 - at0) - (at2 - at0)) / (12 * step * step);
  });
  return second.reduce((sum, value) => sum + value, 0) / dimension;
}

it('adds up to its weight as a function of the frequency', () => {
  const parameters = parametersOf({ kind: 'square', size: [4, 4] });
  const spins = someSpins(parameters);
  const light = { frequencies: evenly(-400, 400, 80_001), broadening: 0.1 };
  const { opticalConductivity, conductivityWeight, dcConductivity } = conductivitiesOf(parameters, spins, light);
  const sum = opticalConductivity.reduce((total, value) => total + value, 0) * 0.01;
  // The tails beyond ± 400 t hold 2η/(400 π) of it.
  expect(sum / conductivityWeight).toBeCloseTo(1 - 0.2 / (400 * Math.PI), 4);
  expect(opticalConductivity[40_000]).toBeCloseTo(dcConductivity, 8);
});
