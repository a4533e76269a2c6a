/** Models with disorder against matrices that are written out here, bond by bond, from what the realisation says. */
import { describe, expect, it } from 'vitest';
import { createModel } from '../../../src/exact/create.ts';
import type { ModelInput } from '../../../src/exact/defaults.ts';
import { eigenvalues } from '../../../src/exact/dense/eigensystem.ts';
import { hoppingBonds } from '../../../src/exact/hopping.ts';
import type { SpinFermionModel } from '../../../src/exact/model.ts';
import { createLattice } from '../../../src/lattice/create.ts';
import type { Disorder } from '../../../src/lattice/disorder/disorder.ts';
import type { Realisation } from '../../../src/lattice/disorder/realisation.ts';
import type { LatticeSpec } from '../../../src/lattice/lattice.ts';
import { namedConfiguration } from '../../../src/spins/named.ts';

const EVERYTHING: Disorder = {
  vacancies: 0.2,
  missingSpins: 0.2,
  potential: 0.7,
  hopping: 0.4,
  coupling: 0.5,
  seed: 3,
};

interface Sample {
  readonly lattice: LatticeSpec;
  readonly model?: Omit<ModelInput, 'lattice'>;
}

const SAMPLES: Readonly<Record<string, Sample>> = {
  'vacancies at half filling': { lattice: { kind: 'square', size: [4, 4], disorder: { vacancies: 0.3 } } },
  'missing spins at half filling': { lattice: { kind: 'square', size: [4, 4], disorder: { missingSpins: 0.4 } } },
  'hopping and coupling at half filling': {
    lattice: { kind: 'square', size: [4, 4], disorder: { hopping: 0.5, coupling: 0.8 } },
  },
  'everything at half filling': { lattice: { kind: 'square', size: [4, 4], disorder: EVERYTHING } },
  'everything away from it': {
    lattice: { kind: 'square', size: [4, 4], twist: [0.2, 0], disorder: EVERYTHING },
    model: { chemicalPotential: -0.6, coupling: 2, hopping: [1, -0.3] },
  },
  'triangular, binary potential': {
    lattice: { kind: 'triangular', size: [4, 3], disorder: { vacancies: 0.15, potential: 1, potentialKind: 'binary' } },
    model: { chemicalPotential: 0.4 },
  },
  'kagome with a flux': {
    lattice: { kind: 'kagome', size: [2, 2], disorder: EVERYTHING },
    model: { chemicalPotential: 0.4, flux: 0.25 },
  },
  'the ground state': {
    lattice: { kind: 'square', size: [4, 4], disorder: EVERYTHING },
    model: { temperature: 0, chemicalPotential: -0.3 },
  },
  'no coupling but that of the disorder': {
    lattice: { kind: 'square', size: [4, 4], disorder: { vacancies: 0.2, coupling: 1 } },
    model: { coupling: 0 },
  },
};

/** H of the sites that are there, from the bonds of the lattice without disorder. */
function levelsOf({ lattice: spec, model = {} }: Sample, spins: Float64Array): Float64Array {
  const { hopping = [1], coupling = 1, flux } = model;
  const perfect = createLattice({ ...spec, disorder: undefined });
  const realisation = createLattice(spec).realisation as Realisation;
  const dimension = 2 * perfect.siteCount;
  const [real, imaginary] = [new Float64Array(dimension * dimension), new Float64Array(dimension * dimension)];
  const add = (a: number, b: number, re: number, im: number) => {
    real[a * dimension + b] += re;
    imaginary[a * dimension + b] += im;
  };
  hopping.forEach((amplitude, index) => {
    const shell = hopping.map((t, s) => (s === index ? t : 0));
    const all = hoppingBonds(perfect, shell, flux);
    const changes = realisation.hopping(index + 1, all.length);
    all.forEach(({ from, to, turns }, k) => {
      if (!realisation.isPresent[from] || !realisation.isPresent[to]) return;
      const t = amplitude + changes[k];
      const [re, im] = [-t * Math.cos(2 * Math.PI * turns), -t * Math.sin(2 * Math.PI * turns)];
      for (const spin of [0, 1]) {
        add(2 * from + spin, 2 * to + spin, re, im);
        add(2 * to + spin, 2 * from + spin, re, -im);
      }
    });
  });
  for (let i = 0; i < perfect.siteCount; i++) {
    const h = realisation.hasSpin[i] ? (coupling + realisation.coupling[i]) / 2 : 0;
    const [x, y, z] = spins.subarray(3 * i, 3 * i + 3);
    add(2 * i, 2 * i, realisation.potential[i] + h * z, 0);
    add(2 * i + 1, 2 * i + 1, realisation.potential[i] - h * z, 0);
    add(2 * i, 2 * i + 1, h * x, -h * y);
    add(2 * i + 1, 2 * i, h * x, h * y);
  }
  const rows = Array.from({ length: dimension }, (_, a) => a).filter((a) => realisation.isPresent[a >> 1]);
  const kept = (all: Float64Array) => Float64Array.from(rows.flatMap((a) => rows.map((b) => all[a * dimension + b])));
  return eigenvalues({ dimension: rows.length, real: kept(real), imaginary: kept(imaginary) });
}

const modelOf = ({ lattice, model = {} }: Sample): SpinFermionModel =>
  createModel({ lattice: createLattice(lattice), temperature: 0.1, ...model });

const softplus = (x: number): number => Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x)));

describe.each(Object.entries(SAMPLES))('%s', (_, sample) => {
  const model = modelOf(sample);
  const { lattice, temperature, chemicalPotential } = model.parameters;
  const spins = namedConfiguration('random', lattice, { seed: 7 });
  const present = (lattice.realisation as Realisation).presentCount;

  it('has the levels of its matrix', () => {
    const levels = levelsOf(sample, spins);
    const found = model.spectrum(spins);
    expect(found).toHaveLength(2 * present);
    for (const [n, level] of levels.entries()) expect(found[n]).toBeCloseTo(level, 11);
    if (temperature === 0) return;
    const logWeight = levels.reduce((sum, level) => sum + softplus((chemicalPotential - level) / temperature), 0);
    expect(Math.abs(model.logWeight(spins) - logWeight)).toBeLessThan(model.errorBound);
  });

  it('has forces that are the derivatives of its weight, and none where there is no spin', () => {
    const force = new Float64Array(spins.length).fill(1);
    model.logWeightAndForce(spins, force);
    const step = 1e-5;
    const freeEnergy = (at: Float64Array) => model.measure(at).freeEnergy;
    for (let i = 0; i < lattice.siteCount; i++) {
      const isThere = lattice.realisation?.hasSpin[i];
      if (!isThere) expect([...force.subarray(3 * i, 3 * i + 3)]).toEqual([0, 0, 0]);
      else {
        const [u, v] = [turned(spins, i, step), turned(spins, i, -step)];
        const along = [0, 1, 2].reduce((sum, c) => sum + (force[3 * i + c] * (u[3 * i + c] - v[3 * i + c])) / 2, 0);
        expect(along).toBeCloseTo((freeEnergy(v) - freeEnergy(u)) / 2, 8);
      }
    }
  });

  it.skipIf(temperature === 0)('changes by single spins as the whole does', () => {
    const updater = model.localUpdater(spins);
    const sites = updater.patches.flatMap((patch) => [...patch]).sort((a, b) => a - b);
    expect(sites).toEqual(
      Array.from({ length: lattice.siteCount }, (_, i) => i).filter((i) => lattice.realisation?.hasSpin[i]),
    );
    const at = spins.slice();
    for (const patch of updater.patches)
      for (const site of patch) {
        const before = model.logWeight(at);
        at.set([0.6, 0, -0.8], 3 * site);
        expect(updater.propose(site, 0.6, 0, -0.8)).toBeCloseTo(model.logWeight(at) - before, 8);
        updater.accept();
      }
    expect([...updater.spins]).toEqual([...at]);
    expect(updater.refresh()).toBeLessThan(1e-8);
  });

  it('has the same bits in both engines', () => {
    if (temperature === 0) return;
    const twin = createModel({ ...model.parameters }, { engine: 'typescript' });
    const [force, other] = [new Float64Array(spins.length), new Float64Array(spins.length)];
    expect(twin.logWeightAndForce(spins, other)).toBe(model.logWeightAndForce(spins, force));
    expect(other).toEqual(force);
    expect(twin.measure(spins)).toEqual(model.measure(spins));
    expect(twin.localUpdater(spins).propose(firstSpin(lattice.realisation as Realisation), 0, 0, 1)).toBe(
      model.localUpdater(spins).propose(firstSpin(lattice.realisation as Realisation), 0, 0, 1),
    );
  });
});

const firstSpin = ({ hasSpin }: Realisation): number => hasSpin.indexOf(1);

/** The configuration with one spin turned about z, or about x where it points there. */
function turned(spins: Float64Array, site: number, angle: number): Float64Array {
  const moved = spins.slice();
  const [x, y] = [spins[3 * site], spins[3 * site + 1]];
  moved[3 * site] = x * Math.cos(angle) - y * Math.sin(angle);
  moved[3 * site + 1] = x * Math.sin(angle) + y * Math.cos(angle);
  return moved;
}
