/** Densities and moments of sites against wave functions in closed form, forces, and sums. */
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { evaluateFilled } from '../../src/evaluate/evaluate-filled.ts';
import type { SiteAverage } from '../../src/evaluate/site-averages.ts';
import { createModel } from '../../src/exact/create.ts';
import type { SpinFermionModel } from '../../src/exact/model.ts';
import { createLattice } from '../../src/lattice/create.ts';
import { namedConfiguration } from '../../src/spins/named.ts';
import { rotateConfiguration } from '../../src/spins/transform.ts';

const OPTIONS = { spectrum: false, sites: true };

function sitesOf(model: SpinFermionModel, spins: Float64Array): readonly SiteAverage[] {
  const { sites } = evaluate(model, [spins], OPTIONS).configurations[0];
  if (!sites) throw new Error('no averages of sites');
  return sites;
}

it('an open chain of three sites: ψ_k(i) = sin(πki/4)/√2', () => {
  const lattice = createLattice({ kind: 'chain', size: [3], boundary: ['open'] });
  const [coupling, chemicalPotential, temperature] = [0.7, -0.4, 0.3];
  const model = createModel({ lattice, coupling, chemicalPotential, temperature });
  const occupied = (level: number) => 1 / (1 + Math.exp((level - chemicalPotential) / temperature));
  const density = (site: number, spin: number) =>
    [1, 2, 3].reduce((sum, k) => {
      const level = -2 * Math.cos((Math.PI * k) / 4) + (spin * coupling) / 2;
      return sum + occupied(level) * (Math.sin((Math.PI * k * (site + 1)) / 4) ** 2 / 2);
    }, 0);
  const turned = rotateConfiguration(namedConfiguration('ferromagnet', lattice), [
    [0, 0, 0.6],
    [0, 1, 0],
    [0, 0, 0.8],
  ]);
  for (const [site, { density: n, moment }] of sitesOf(model, turned).entries()) {
    const [up, down] = [density(site, 1), density(site, -1)];
    expect(n).toBeCloseTo(up + down, 12);
    expect(moment[0]).toBeCloseTo(0.6 * (up - down), 12);
    expect(moment[1]).toBeCloseTo(0, 12);
    expect(moment[2]).toBeCloseTo(0.8 * (up - down), 12);
  }
});

describe.each([
  ['half filling, class C', 'square', [4, 4], {}],
  ['a filling in between', 'triangular', [4, 3], { chemicalPotential: -0.6 }],
  ['complex hopping', 'kagome', [2, 2], { chemicalPotential: 0.3, twist: [0.2, 0.1] }],
] as const)(
  '%s',
  (_, kind, size, {
    chemicalPotential = 0,
    twist = [0, 0],
  }: { chemicalPotential?: number; twist?: readonly number[] }) => {
    const lattice = createLattice({ kind, size, twist });
    const coupling = 1.3;
    const model = createModel({ lattice, coupling, chemicalPotential, temperature: 0.1 });
    const spins = namedConfiguration('random', lattice, { seed: 3 });

    it('moments are forces over J/2: −∂F/∂S_i = −(J/2) ⟨c†_i σ c_i⟩', () => {
      const force = new Float64Array(spins.length);
      model.logWeightAndForce(spins, force);
      const moments = sitesOf(model, spins).flatMap(({ moment }) => moment);
      for (const [k, value] of moments.entries())
        expect(Math.abs((-coupling / 2) * value - force[k])).toBeLessThan(1e-8);
    });

    it('densities add up, and are no less than the moments are long', () => {
      const sites = sitesOf(model, spins);
      const total = sites.reduce((sum, { density }) => sum + density, 0);
      expect(total / lattice.siteCount).toBeCloseTo(model.measure(spins).density, 8);
      if (chemicalPotential === 0) for (const { density } of sites) expect(density).toBeCloseTo(1, 12);
      for (const { density, moment } of sites) expect(Math.hypot(...moment)).toBeLessThan(density);
    });
  },
);

it('at a filling with levels filled in part: every site of a ferromagnet alike, all electrons there', () => {
  const lattice = createLattice({ kind: 'square', size: [4, 4] });
  const at = (chemicalPotential: number) => createModel({ lattice, coupling: 2.4, chemicalPotential, temperature: 0 });
  const spins = namedConfiguration('ferromagnet', lattice);
  // The lowest levels are of one spin: −5.2, and four at −3.2, in which two electrons are.
  const { configurations } = evaluateFilled(at(0), at, 3 / 16, [spins], OPTIONS);
  const sites = configurations[0].sites ?? [];
  expect(sites).toHaveLength(16);
  for (const { density, moment } of sites) {
    expect(density).toBeCloseTo(3 / 16, 12);
    expect(moment[2]).toBeCloseTo(-3 / 16, 12);
  }
});
