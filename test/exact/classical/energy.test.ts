/** The spins' own energy against its formulas, its forces against differences, its changes against energies. */
import { describe, expect, it } from 'vitest';
import { classicalBound, largestClassicalEnergy } from '../../../src/exact/classical/bounds.ts';
import { classicalEnergy } from '../../../src/exact/classical/energy.ts';
import { addLocalField, localQuadratic, quadraticEnergy } from '../../../src/exact/classical/local-form.ts';
import { createModel } from '../../../src/exact/create.ts';
import { randomDirection } from '../../../src/numeric/directions.ts';
import { philoxStream } from '../../../src/numeric/philox.ts';
import { namedConfiguration } from '../../../src/spins/named.ts';
import { energyByFormula, SYSTEMS } from './systems.ts';

const possible = SYSTEMS.filter(({ parameters: { lattice, dzyaloshinskiiMoriya } }) => {
  const isShort = lattice.spec.size.some((length, d) => length === 2 && lattice.spec.boundary[d] === 'periodic');
  return !dzyaloshinskiiMoriya || lattice.spec.kind === 'honeycomb' || !isShort;
});

describe.each(possible)('$name', ({ parameters }) => {
  const { lattice } = parameters;
  const classical = classicalEnergy(parameters);
  const spins = namedConfiguration('random', lattice, { seed: 7 });
  const other = namedConfiguration('random', lattice, { seed: 8 });
  const withSpin = (site: number, x: number, y: number, z: number) => {
    const moved = spins.slice();
    moved.set([x, y, z], 3 * site);
    return moved;
  };

  it('is what the formulas say', () => {
    expect(classical.energy(spins)).toBeCloseTo(energyByFormula(parameters, spins), 11);
    expect(Math.abs(classical.energy(spins))).toBeLessThan(largestClassicalEnergy(parameters));
  });

  it('changes by differences of energies, within the bound, and as its local form says', () => {
    const random = philoxStream(1, 2);
    const spin = new Float64Array(3);
    const [h, q] = [new Float64Array(3), new Float64Array(6)];
    for (let move = 0; move < 30; move++) {
      randomDirection(random, spin, 0);
      const site = move % lattice.siteCount;
      const [x, y, z] = spin;
      const change = classical.change(spins, site, x, y, z);
      expect(change).toBeCloseTo(
        energyByFormula(parameters, withSpin(site, x, y, z)) - energyByFormula(parameters, spins),
        11,
      );
      expect(Math.abs(change)).toBeLessThan(2 * classicalBound(parameters));
      addLocalField(classical.forms, spins, site, h.fill(0));
      localQuadratic(classical.forms, spins, site, q);
      const local = (sx: number, sy: number, sz: number) =>
        quadraticEnergy(q, sx, sy, sz) - h[0] * sx - h[1] * sy - h[2] * sz;
      const before = local(spins[3 * site], spins[3 * site + 1], spins[3 * site + 2]);
      expect(local(x, y, z) - before).toBeCloseTo(change, 11);
    }
  });

  it('has the forces of its differences along tangents', () => {
    const force = new Float64Array(spins.length);
    classical.addForce(spins, force);
    for (let site = 0; site < Math.min(6, lattice.siteCount); site++) {
      const s = [...spins.subarray(3 * site, 3 * site + 3)];
      const along = s.reduce((sum, value, c) => sum + value * other[3 * site + c], 0);
      const tangent = s.map((value, c) => other[3 * site + c] - along * value);
      const at = (step: number) => {
        const turned = s.map((value, c) => value + step * tangent[c]);
        const [x, y, z] = turned.map((value) => value / Math.hypot(...turned));
        return energyByFormula(parameters, withSpin(site, x, y, z));
      };
      const slope = (at(1e-5) - at(-1e-5)) / 2e-5;
      const found = tangent.reduce((sum, value, c) => sum + value * force[3 * site + c], 0);
      expect(-found).toBeCloseTo(slope, 7);
    }
  });

  it('is in the weights, forces and averages of every route', () => {
    const electrons = { hopping: [1], coupling: 1.3, chemicalPotential: 0.2 };
    const free = { exchange: [], field: [0, 0, 0] } as const;
    for (const temperature of [0.1, 0]) {
      for (const route of temperature > 0 ? (['complex', 'dense'] as const) : (['dense', undefined] as const)) {
        const options = route ? { route } : {};
        const [full, bare] = [parameters, { lattice, ...free }].map((own) =>
          createModel({ ...electrons, temperature, ...own }, options),
        );
        const [a, b] = [full, bare].map((model) => model.measure(spins));
        const energy = energyByFormula(parameters, spins);
        expect(a.classicalEnergy).toBeCloseTo(energy, 10);
        expect(a.energy - b.energy).toBeCloseTo(energy, 8);
        expect(a.freeEnergy - b.freeEnergy).toBeCloseTo(energy, 8);
        const [forceA, forceB, force] = [0, 1, 2].map(() => new Float64Array(spins.length));
        full.logWeightAndForce(spins, forceA);
        bare.logWeightAndForce(spins, forceB);
        classical.addForce(spins, force);
        for (let c = 0; c < force.length; c++) expect(forceA[c] - forceB[c]).toBeCloseTo(force[c], 6);
        if (temperature === 0) continue;
        const updater = full.localUpdater(spins);
        const change = updater.propose(1, 0, 0.6, 0.8);
        expect(change).toBeCloseTo(full.logWeight(withSpin(1, 0, 0.6, 0.8)) - full.logWeight(spins), 6);
      }
    }
  });
});
