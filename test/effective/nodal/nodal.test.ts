/** What is inside the manifold, and how close perturbation theory comes to the exact free energy. */
import { describe, expect, it } from 'vitest';
import { nodalManifold } from '../../../src/effective/nodal/manifold.ts';
import { nodalModel } from '../../../src/effective/nodal/nodal.ts';
import { InputError } from '../../../src/errors.ts';
import { createModel } from '../../../src/exact/create.ts';
import type { LatticeSpec } from '../../../src/lattice/lattice.ts';
import { planeWaves } from '../../../src/lattice/plane-waves.ts';
import { leastSquares } from '../../../src/numeric/linear-algebra/least-squares.ts';
import { namedConfiguration } from '../../../src/spins/named.ts';
import { parametersOf } from './systems.ts';

const momentaOf = (...rest: Parameters<typeof parametersOf>) => {
  const parameters = parametersOf(...rest);
  return nodalManifold(parameters, planeWaves(parameters.lattice).waveNumbers);
};

describe('the manifold', () => {
  it.each([4, 6, 8, 10, 16])('holds 2L − 2 momenta at half filling, L = %d', (length) => {
    const { momenta, energies, outerMomenta } = momentaOf({ kind: 'square', size: [length, length] });
    expect(momenta).toHaveLength(2 * length - 2);
    expect(Math.max(...energies.map(Math.abs))).toBeLessThan(1e-14);
    expect([...momenta, ...outerMomenta].sort((a, b) => a - b)).toEqual([...Array(length * length).keys()]);
  });

  it('groups the others by |ε|', () => {
    expect(momentaOf({ kind: 'square', size: [6, 6] }).levels.map((level) => level.toFixed(12))).toEqual(
      [1, 2, 3, 4].map((level) => level.toFixed(12)),
    );
  });

  it('reaches as far as the temperature', () => {
    expect(momentaOf({ kind: 'chain', size: [6] }, { temperature: 1.001 }).momenta).toHaveLength(4);
    expect(momentaOf({ kind: 'chain', size: [6], twist: [0.5] }, { temperature: 0.999 }).momenta).toHaveLength(2);
  });

  it('follows a twist: 6 × 6 with antiperiodic boundaries has 2L of them', () => {
    expect(momentaOf({ kind: 'square', size: [6, 6], twist: [0.5, 0.5] }).momenta).toHaveLength(12);
  });
});

it('has 32 parameters on 6 × 6 sites', () => {
  const { parameters, parameterNames } = nodalModel(parametersOf({ kind: 'square', size: [6, 6] }), { kind: 'nodal' });
  expect(parameters).toHaveLength(32);
  expect(parameterNames.slice(0, 2)).toEqual(['E0', 'J_1']);
});

it('has J_s as coefficients of the sums over bonds', () => {
  const { lattice, ...rest } = parametersOf({ kind: 'triangular', size: [3, 3] });
  const model = nodalModel({ lattice, ...rest }, { kind: 'nodal', shells: 3 });
  const spins = namedConfiguration('random', lattice, { seed: 2 });
  const gradient = new Float64Array(model.parameters.length);
  model.energyAndGradient(spins, gradient);
  for (const shell of [1, 2, 3]) {
    const products = lattice
      .bonds(shell)
      .flatMap(({ from, to }) => [0, 1, 2].map((c) => spins[3 * from + c] * spins[3 * to + c]));
    expect(gradient[shell]).toBeCloseTo(-products.reduce((sum, value) => sum + value), 11);
  }
});

it.each<[LatticeSpec, object, RegExp]>([
  [{ kind: 'honeycomb', size: [3, 3] }, {}, /one site per cell.*honeycomb/],
  [{ kind: 'square', size: [4, 4], boundary: ['open', 'periodic'] }, {}, /open boundary/],
  [{ kind: 'square', size: [4, 4] }, { chemicalPotential: 1 }, /none below 1\.00/],
  [{ kind: 'square', size: [4, 4] }, { temperature: 0 }, /temperature/],
  [{ kind: 'chain', size: [6], twist: [0.25] }, { temperature: 3 }, /twist.*0\.25/],
])('refuses what it cannot serve: %j %j', (spec, changes, message) => {
  const build = () => nodalModel(parametersOf(spec, changes), { kind: 'nodal' });
  expect(build).toThrow(InputError);
  expect(build).toThrow(message);
});

it('is exact where the manifold holds every momentum', () => {
  const parameters = parametersOf(
    { kind: 'square', size: [4, 4], twist: [0, 0.5] },
    { temperature: 4.5, coupling: 1.7 },
  );
  const model = nodalModel(parameters, { kind: 'nodal' });
  const exact = createModel(parameters, { route: 'dense' });
  const spins = namedConfiguration('random', parameters.lattice, { seed: 1 });
  expect(model.energy(spins)).toBeCloseTo(exact.measure(spins).freeEnergy, 9);
});

it('is exact without coupling', () => {
  const parameters = parametersOf({ kind: 'triangular', size: [3, 3] }, { coupling: 0, chemicalPotential: 0.02 });
  const spins = namedConfiguration('random', parameters.lattice, { seed: 1 });
  const { freeEnergy } = createModel(parameters).measure(spins);
  expect(nodalModel(parameters, { kind: 'nodal' }).energy(spins)).toBeCloseTo(freeEnergy, 9);
});

type System = readonly [spec: LatticeSpec, chemicalPotential: number];
const square: System = [{ kind: 'square', size: [4, 4] }, 0];
const antiperiodic: System = [{ kind: 'square', size: [4, 4], twist: [0.5, 0.5] }, 0];
const triangular: System = [{ kind: 'triangular', size: [3, 3] }, 0];

describe('for weak coupling, beyond a linear form, the error is', () => {
  it.each([square, triangular])('of order J⁴ at fixed temperature: %j at μ = %d', (...system) => {
    const [strong, weak] = [0.2, 0.1].map((coupling) => residualBeyondLinear(system, coupling, 0.5));
    expect(Math.log2(strong / weak)).toBeGreaterThan(3.9);
  });

  it.each([square, antiperiodic, triangular])('of order J⁴ at T ~ J: %j at μ = %d', (...system) => {
    expect(orderAtLowTemperature(system, {})).toBeGreaterThan(3.9);
  });

  it.each([
    ['H_2 of none', { c: 0 }],
    ['twice H_2', { c: 2 }],
    ['no loss of weight', { d: 0 }],
    ['twice the loss of weight', { d: 2 }],
    ['no electron of third order', { g: 0 }],
    ['electrons of third order the other way round', { g: -2 }],
  ])('of order J³ with %s', (_, strengths) => {
    expect(orderAtLowTemperature(square, strengths)).toBeLessThan(3.2);
  });
});

type Strengths = Readonly<Partial<Record<'c' | 'd' | 'g', number>>>;

/** The power of J with which the residual falls when J and T fall together. */
function orderAtLowTemperature(system: System, strengths: Strengths): number {
  const strong = residualBeyondLinear(system, 0.1, 0.005, strengths);
  return Math.log2(strong / residualBeyondLinear(system, 0.05, 0.0025, strengths));
}

/** Root mean square over random configurations of F − E_nodal − (the best linear form); `strengths`: of all c_l, d_l or g_l. */
function residualBeyondLinear(
  [spec, chemicalPotential]: System,
  coupling: number,
  temperature: number,
  strengths: Strengths = {},
) {
  const parameters = parametersOf(spec, { coupling, temperature, chemicalPotential });
  const model = nodalModel(parameters, { kind: 'nodal' });
  const exact = createModel(parameters, { route: 'dense' });
  model.parameterNames.forEach((name, k) => {
    if (/^[cdg]_/.test(name)) model.parameters[k] = strengths[name[0] as keyof Strengths] ?? 1;
  });
  const linearCount = parameters.lattice.minimalImageShells.length + 1;
  const gradient = new Float64Array(model.parameters.length);
  const rows = Array.from({ length: 40 }, (_, seed) => {
    const spins = namedConfiguration('random', parameters.lattice, { seed });
    const energy = model.energyAndGradient(spins, gradient);
    return [exact.measure(spins).freeEnergy - energy, ...gradient.subarray(0, linearCount)];
  });
  const [values, ...columns] = rows[0].map((_, k) => Float64Array.from(rows, (row) => row[k]));
  const [coefficients] = leastSquares(columns, [values], 1e-9);
  const residuals = values.map((value, r) => columns.reduce((rest, c, k) => rest - coefficients[k] * c[r], value));
  return Math.sqrt(residuals.reduce((sum, value) => sum + value * value, 0) / rows.length);
}
