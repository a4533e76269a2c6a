/** What the Hamiltonian guarantees: invariance, vanishing torque, paired levels, forces as derivatives. */
import { describe, expect, it } from 'vitest';
import { createModel } from '../../src/exact/create.ts';
import type { ModelParameters, SpinFermionModel } from '../../src/exact/model.ts';
import { createLattice } from '../../src/lattice/create.ts';
import type { LatticeSpec } from '../../src/lattice/lattice.ts';
import { pointGroup, translations } from '../../src/lattice/symmetry.ts';
import { namedConfiguration } from '../../src/spins/named.ts';
import { permuteConfiguration, rotateConfiguration } from '../../src/spins/transform.ts';

const MODELS: [string, LatticeSpec, Partial<ModelParameters>][] = [
  ['square, class C', { kind: 'square', size: [6, 4] }, {}],
  ['square, t′ and μ', { kind: 'square', size: [4, 4] }, { hopping: [1, -0.3], chemicalPotential: -0.8 }],
  ['square, antiperiodic', { kind: 'square', size: [4, 4], twist: [0.5, 0] }, {}],
  ['triangular', { kind: 'triangular', size: [3, 3] }, { chemicalPotential: 0.4 }],
  ['honeycomb', { kind: 'honeycomb', size: [3, 3] }, {}],
  ['kagome', { kind: 'kagome', size: [2, 2] }, { chemicalPotential: -1 }],
  ['cubic', { kind: 'cubic', size: [4, 2, 2] }, {}],
  ['open chain', { kind: 'chain', size: [7], boundary: ['open'] }, {}],
];

function modelOf(spec: LatticeSpec, changes: Partial<ModelParameters>): SpinFermionModel {
  const common = {
    hopping: [1],
    coupling: 1,
    chemicalPotential: 0,
    temperature: 0.05,
    exchange: [0.1],
    tolerance: 1e-10,
  };
  return createModel({ lattice: createLattice(spec), field: [0, 0, 0], ...common, ...changes });
}

/** A proper rotation with rational entries, and its product with inversion. */
const ROTATION = [
  [2 / 3, -1 / 3, 2 / 3],
  [2 / 3, 2 / 3, -1 / 3],
  [-1 / 3, 2 / 3, 2 / 3],
];
const ROTOINVERSION = ROTATION.map((row) => row.map((value) => -value));

describe.each(MODELS)('%s', (_, spec, changes) => {
  const model = modelOf(spec, changes);
  const { lattice } = model.parameters;
  const spins = namedConfiguration('random', lattice, { seed: 5 });
  const logWeight = model.logWeight(spins);
  const same = (other: Float64Array) => expect(Math.abs(model.logWeight(other) / logWeight - 1)).toBeLessThan(1e-11);

  it('is invariant under rotations and reflections of spin space', () => {
    for (const matrix of [ROTATION, ROTOINVERSION]) same(rotateConfiguration(spins, matrix));
  });

  it('is invariant under translations and the point group', () => {
    for (const { image } of [...translations(lattice), ...pointGroup(lattice)])
      same(permuteConfiguration(spins, image));
  });

  it('exerts no total torque', () => {
    const force = new Float64Array(spins.length);
    model.logWeightAndForce(spins, force);
    const torque = [0, 0, 0];
    for (let i = 0; i < spins.length; i += 3) {
      for (let c = 0; c < 3; c++) {
        const [a, b] = [(c + 1) % 3, (c + 2) % 3];
        torque[c] += spins[i + a] * force[i + b] - spins[i + b] * force[i + a];
      }
    }
    for (const component of torque) expect(Math.abs(component)).toBeLessThan(1e-10);
  });

  it('has forces that are derivatives of the free energy', () => {
    const force = new Float64Array(spins.length);
    model.logWeightAndForce(spins, force);
    for (const site of [0, 1, lattice.siteCount - 1]) {
      for (const axis of [0, 1, 2]) {
        const { derivative, along } = rotateOneSpin(model, spins, force, site, axis);
        expect(derivative).toBeCloseTo(along, 6);
      }
    }
  });
});

/** −dF/dφ when one spin turns about a Cartesian axis: by symmetric differences, and from its force. */
function rotateOneSpin(model: SpinFermionModel, spins: Float64Array, force: Float64Array, site: number, axis: number) {
  const [a, b] = [(axis + 1) % 3, (axis + 2) % 3].map((c) => 3 * site + c);
  const free = (angle: number) => {
    const turned = spins.slice();
    turned[a] = spins[a] * Math.cos(angle) - spins[b] * Math.sin(angle);
    turned[b] = spins[a] * Math.sin(angle) + spins[b] * Math.cos(angle);
    return -model.parameters.temperature * model.logWeight(turned);
  };
  const step = 1e-3;
  const richardson = (h: number) => (free(h) - free(-h)) / (2 * h);
  return {
    derivative: -(4 * richardson(step / 2) - richardson(step)) / 3,
    along: force[b] * spins[a] - force[a] * spins[b],
  };
}

it('pairs all levels ±E in class C, zero modes included', () => {
  for (const name of ['random', 'neel', 'ferromagnet'] as const) {
    const model = modelOf({ kind: 'square', size: [6, 6] }, {});
    const levels = model.spectrum(namedConfiguration(name, model.parameters.lattice, { seed: 3 }));
    for (const [n, level] of levels.entries())
      expect(Math.abs(level + levels[levels.length - 1 - n])).toBeLessThan(1e-12);
  }
});
