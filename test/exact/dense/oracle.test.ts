/** Averages and forces of the oracle against external numbers, limits and finite differences. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Ensemble, fermionAverages } from '../../../src/exact/averages.ts';
import { eigenSystem, eigenvalues } from '../../../src/exact/dense/eigensystem.ts';
import { denseHamiltonian } from '../../../src/exact/dense/hamiltonian.ts';
import { fermionForces } from '../../../src/exact/dense/oracle.ts';
import { philoxStream } from '../../../src/numeric/philox.ts';
import { randomHopping, randomSpins } from '../random-systems.ts';
import { difference, ferromagnet, latticeSystem, torus } from './lattice-systems.ts';

interface Reference {
  readonly spins: number[][];
  readonly spectrum: number[];
  readonly logW: Record<string, number>;
  readonly dlogW_dS_beta20: number[][];
}

const fixture = new URL('../../fixtures/configurations.json', import.meta.url);
const configurations: Record<string, Reference> = JSON.parse(readFileSync(fixture, 'utf8')).configurations;

function squareLattice(name: string) {
  const length = Number(name[0]);
  const boundary = name.includes('single') ? ('open' as const) : ('periodic' as const);
  return latticeSystem({ kind: 'square', size: [length, length], boundary: [boundary, boundary] }).hopping;
}

describe('external configurations (NumPy), t = J = 1', () => {
  it.each(Object.entries(configurations))('%s', (name, reference) => {
    const spins = Float64Array.from(reference.spins.flat());
    const system = eigenSystem(denseHamiltonian(squareLattice(name), 1, spins));
    expect(difference(system.levels, reference.spectrum)).toBeLessThan(1e-11);
    for (const [key, logWeight] of Object.entries(reference.logW)) {
      const [beta, chemicalPotential] = key.split(',').map((part) => Number(part.split('=')[1]));
      const averages = fermionAverages(system.levels, { chemicalPotential, temperature: 1 / beta });
      expect(Math.abs(averages.logWeight - logWeight)).toBeLessThan(1e-11);
    }
    const forces = fermionForces(system, 1, { chemicalPotential: 0, temperature: 1 / 20 });
    expect(
      difference(
        forces,
        reference.dlogW_dS_beta20.flat().map((x) => x / 20),
      ),
    ).toBeLessThan(1e-12);
  });
});

it('reproduces testKondo1 of github.com/kbarros/Kondo: grand energy and density matrix at T = 0', () => {
  const { hopping, siteCount } = latticeSystem({ kind: 'square', size: [6, 6] }, [1, 0, 0.5]);
  const spins = Float64Array.from({ length: 3 * siteCount }, (_, k) => (k % 3 === 2 ? 1 : 0));
  spins.fill(1 / Math.sqrt(3), 0, 3);
  const system = eigenSystem(denseHamiltonian(hopping, -1, spins));
  const ensemble = { chemicalPotential: 0.103, temperature: 0 };
  expect(fermionAverages(system.levels, ensemble).freeEnergy / siteCount).toBeCloseTo(-1.98657216, 8);
  // −(J/2) Tr[σ ρ_00] from ρ_00 = [[0.481926, 0.0507966(1 − i)], …, 0.450972]], good to about 1e-5.
  const expected = [0.0507966, 0.0507966, (0.481926 - 0.450972) / 2];
  expected.forEach((value, c) => {
    expect(fermionForces(system, -1, ensemble)[c]).toBeCloseTo(value, 5);
  });
});

describe('thermodynamic identities', () => {
  const random = philoxStream(5, 0);
  const hopping = randomHopping(random, { siteCount: 6, density: 0.6, classC: false });
  const levels = eigenvalues(denseHamiltonian(hopping, 1.3, randomSpins(random, 6)));
  const at = (chemicalPotential: number, temperature: number) =>
    fermionAverages(levels, { chemicalPotential, temperature });
  const [mu, temperature, step] = [0.2, 0.3, 1e-5];
  const centre = at(mu, temperature);

  it('n = −∂F/∂μ / N and its fluctuation', () => {
    const [less, more] = [at(mu - step, temperature), at(mu + step, temperature)];
    expect(centre.density).toBeCloseTo((less.freeEnergy - more.freeEnergy) / (2 * step) / 6, 9);
    expect(centre.numberFluctuation).toBeCloseTo((6 * temperature * (more.density - less.density)) / (2 * step), 8);
  });

  it('∂ log W/∂β = −(U − μN) and its fluctuations', () => {
    const beta = 1 / temperature;
    const [less, more] = [at(mu, 1 / (beta - step)), at(mu, 1 / (beta + step))];
    const excess = (averages: typeof centre) => averages.energy - 6 * mu * averages.density;
    expect(excess(centre)).toBeCloseTo((less.logWeight - more.logWeight) / (2 * step), 8);
    expect(centre.energyFluctuation).toBeCloseTo((excess(less) - excess(more)) / (2 * step), 8);
    expect(centre.crossFluctuation).toBeCloseTo((6 * (less.density - more.density)) / (2 * step), 8);
  });

  it('T → 0 is the ground state', () => {
    const [cold, ground] = [at(mu, 1e-4), at(mu, 0)];
    expect(cold.freeEnergy).toBeCloseTo(ground.freeEnergy, 12);
    expect(cold.energy).toBeCloseTo(ground.energy, 12);
    expect(cold.density).toBeCloseTo(ground.density, 12);
    expect(ground.logWeight).toBeNaN();
  });
});

it('fills a level at μ by half at T = 0', () => {
  const averages = fermionAverages(Float64Array.of(-3, 0.5 - 1e-13, 0.5, 2), {
    chemicalPotential: 0.5,
    temperature: 0,
  });
  expect(averages.density).toBe(1);
  expect(averages.freeEnergy).toBeCloseTo(-3.5, 12);
  expect(averages.numberFluctuation).toBe(0.5);
});

it('neither overflows nor loses a deep level at low temperature', () => {
  const averages = fermionAverages(Float64Array.of(-50, 50), { chemicalPotential: 0, temperature: 1e-3 });
  expect(averages).toMatchObject({ logWeight: 50_000, freeEnergy: -50, energy: -50, density: 1, numberFluctuation: 0 });
});

describe('forces are −∂F/∂S', () => {
  const ensembles: Ensemble[] = [
    { chemicalPotential: -0.4, temperature: 0.2 },
    { chemicalPotential: 0.1, temperature: 0 },
  ];
  it.each(ensembles)('%o', (ensemble) => {
    const random = philoxStream(11, 0);
    const hopping = randomHopping(random, { siteCount: 5, density: 0.7, classC: false });
    const spins = randomSpins(random, 5);
    const freeEnergy = (component: number, step: number) => {
      const moved = spins.slice();
      moved[component] += step;
      return fermionAverages(eigenvalues(denseHamiltonian(hopping, 1.6, moved)), ensemble).freeEnergy;
    };
    const forces = fermionForces(eigenSystem(denseHamiltonian(hopping, 1.6, spins)), 1.6, ensemble);
    const step = 1e-5;
    const expected = spins.map((_, k) => (freeEnergy(k, -step) - freeEnergy(k, step)) / (2 * step));
    expect(difference(forces, expected)).toBeLessThan(1e-8);
  });

  it('and lie along the spins of a ferromagnet', () => {
    const { hopping, siteCount } = torus(4);
    const spins = ferromagnet(siteCount);
    const forces = fermionForces(eigenSystem(denseHamiltonian(hopping, 1, spins)), 1, ensembles[0]);
    const along = forces[0] * spins[0] + forces[1] * spins[1] + forces[2] * spins[2];
    expect(
      difference(
        forces,
        spins.map((s) => along * s),
      ),
    ).toBeLessThan(1e-13);
  });
});
