/** Effective models small enough to be checked by eye. */
import type { EffectiveModel } from '../../src/effective/model.ts';
import type { Lattice } from '../../src/lattice/lattice.ts';
import { fillNormal } from '../../src/numeric/normal.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import type { LocalFieldModel } from '../../src/sampling/inner/heat-bath.ts';

export type TestModel = Pick<EffectiveModel, 'lattice' | 'energy' | 'energyAndForce'>;

/** E = −Σ_s J_s Σ_⟨ij⟩s S_i·S_j, without the constant bonds from a site to itself. */
export function linearModel(lattice: Lattice, couplings: readonly number[]): TestModel & LocalFieldModel {
  const n = lattice.siteCount;
  const pairs = new Float64Array(n * n);
  couplings.forEach((coupling, s) => {
    for (const { from, to } of lattice.bonds(s + 1)) {
      if (from === to) continue;
      pairs[n * from + to] += coupling;
      pairs[n * to + from] += coupling;
    }
  });
  const field = (spins: Float64Array, site: number, out: Float64Array, offset = 0) => {
    out.fill(0, offset, offset + 3);
    for (let j = 0; j < n; j++) for (let c = 0; c < 3; c++) out[offset + c] += pairs[n * site + j] * spins[3 * j + c];
  };
  const energyAndForce = (spins: Float64Array, force: Float64Array) => {
    for (let site = 0; site < n; site++) field(spins, site, force, 3 * site);
    return -0.5 * spins.reduce((sum, value, c) => sum + value * force[c], 0);
  };
  const workspace = new Float64Array(3 * n);
  return { lattice, field, energyAndForce, energy: (spins) => energyAndForce(spins, workspace) };
}

/**
 * A deliberately bad model that a heat bath can draw from: a ferromagnet, J_1 = strength, in fields of the same size, normal and another one on every site.
 */
export function badFieldModel(lattice: Lattice, strength: number, seed: number): LocalFieldModel {
  const { field, energy } = linearModel(lattice, [strength]);
  const fields = new Float64Array(3 * lattice.siteCount);
  fillNormal(philoxStream(seed, 0), fields);
  return {
    energy: (spins) => energy(spins) - strength * spins.reduce((sum, value, c) => sum + value * fields[c], 0),
    field(spins, site, out) {
      field(spins, site, out);
      for (let c = 0; c < 3; c++) out[c] += strength * fields[3 * site + c];
    },
  };
}

/**
 * A deliberately bad model, without any symmetry: E = strength · [Σ_i a_i·S_i + Σ_{i<j} b_ij (S_i·S_j)²/√N] with normal a and b.
 * It has nothing to do with the weight it stands for.
 */
export function badModel(lattice: Lattice, strength: number, seed: number): TestModel {
  const n = lattice.siteCount;
  const random = philoxStream(seed, 0);
  const fields = new Float64Array(3 * n);
  const squares = new Float64Array(n * n);
  fillNormal(random, fields);
  fillNormal(random, squares);
  const pairStrength = strength / Math.sqrt(n);
  const energyAndForce = (spins: Float64Array, force: Float64Array) => {
    let energy = 0;
    for (let c = 0; c < 3 * n; c++) {
      force[c] = -strength * fields[c];
      energy += strength * fields[c] * spins[c];
    }
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < i; j++) {
        const coupling = pairStrength * squares[n * i + j];
        const product = [0, 1, 2].reduce((sum, c) => sum + spins[3 * i + c] * spins[3 * j + c], 0);
        energy += coupling * product * product;
        for (let c = 0; c < 3; c++) {
          force[3 * i + c] -= 2 * coupling * product * spins[3 * j + c];
          force[3 * j + c] -= 2 * coupling * product * spins[3 * i + c];
        }
      }
    }
    return energy;
  };
  const workspace = new Float64Array(3 * n);
  return { lattice, energyAndForce, energy: (spins) => energyAndForce(spins, workspace) };
}
