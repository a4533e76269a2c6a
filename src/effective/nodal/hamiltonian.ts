/** H_0 + H_1 + H_2 on the manifold, its free energy, and the derivatives of that. */
import { addLower, type ComplexMatrix, congruence, multiply, newMatrix, traceOfProduct } from './complex-matrix.ts';
import { type Field, newField } from './fourier.ts';
import { freeEnergyOf } from './free-energy.ts';
import type { NodalSetup } from './setup.ts';
import { addAdjoint, fillVertex } from './vertex.ts';

export interface NodalHamiltonian {
  energy(components: Field): number;
  /** With dE = Re Σ_q A_q*·dS_q: A replaces what `adjoint` held. */
  energyAndAdjoint(components: Field, adjoint: Field): number;
  /** ∂E/∂w_s and ∂E/∂c_l. */
  energyAndGradient(components: Field, gradient: Float64Array): number;
}

/**
 * `parameters`: live, w_s in the order of the shells, then c_l.
 *
 * With f = f(H) and X_l = Σ_{q∈l} V_q (ε_q − μ)⁻¹ V_q†, dE = Tr[f dH] gives the derivative f with respect to H_1, −Tr[f X_l] to c_l and
 * −2 f V C to V, where C = c_l/(ε_q − μ) on the diagonal.
 */
export function nodalHamiltonian(setup: NodalSetup, parameters: Float64Array): NodalHamiltonian {
  const { manifold, shells, formFactors, inner, outer, lattice } = setup;
  const weights = parameters.subarray(0, shells.length);
  const strengths = parameters.subarray(shells.length);
  const size = 2 * manifold.momenta.length;
  const columns = 2 * manifold.outerMomenta.length;
  const [hamiltonian, density] = [newMatrix(size, size), newMatrix(size, size)];
  const [vertex, product] = [newMatrix(size, columns), newMatrix(size, columns)];
  const virtual = manifold.levels.map(() => newMatrix(size, size));
  const inverse = Float64Array.from({ length: columns }, (_, q) => 1 / manifold.outerEnergies[q >> 1]);
  const starts = [...manifold.levels.map((_, l) => 2 * manifold.level.indexOf(l)), columns];
  const smearing = new Float64Array(lattice.siteCount);
  const [smeared, innerAdjoint] = [newField(lattice.siteCount), newField(lattice.siteCount)];
  const freeEnergy = freeEnergyOf(size, setup.temperature);

  function build(components: Field): void {
    combine(weights, formFactors, smearing);
    scale(components, smearing, smeared);
    fillVertex(inner, smeared, hamiltonian);
    for (let a = 0; a < size; a++) hamiltonian.real[a * size + a] += manifold.energies[a >> 1];
    fillVertex(outer, components, vertex);
    virtual.forEach((matrix, l) => {
      congruence(vertex, inverse, starts[l], starts[l + 1], matrix);
      addLower(hamiltonian, -strengths[l], matrix);
    });
  }

  function buildAndDifferentiate(components: Field): number {
    build(components);
    const energy = freeEnergy.valueAndDensity(hamiltonian, density);
    innerAdjoint.real.fill(0);
    innerAdjoint.imaginary.fill(0);
    addAdjoint(inner, density, innerAdjoint);
    return energy;
  }

  return {
    energy(components) {
      build(components);
      return freeEnergy.value(hamiltonian);
    },
    energyAndAdjoint(components, adjoint) {
      const energy = buildAndDifferentiate(components);
      scale(innerAdjoint, smearing, adjoint);
      multiply(density, vertex, product);
      scaleColumns(product, (q) => -2 * strengths[manifold.level[q >> 1]] * inverse[q]);
      addAdjoint(outer, product, adjoint);
      return energy;
    },
    energyAndGradient(components, gradient) {
      const energy = buildAndDifferentiate(components);
      for (let s = 0; s < shells.length; s++) gradient[s] = overlap(formFactors[s], innerAdjoint, components);
      virtual.forEach((matrix, l) => {
        gradient[shells.length + l] = -traceOfProduct(density, matrix);
      });
      return energy;
    },
  };
}

/** out = Σ_s w_s P_s. */
function combine(weights: Float64Array, formFactors: readonly Float64Array[], out: Float64Array): void {
  out.fill(0);
  for (let s = 0; s < weights.length; s++)
    for (let q = 0; q < out.length; q++) out[q] += weights[s] * formFactors[s][q];
}

/** out_q = factor_q field_q. */
function scale(field: Field, factor: Float64Array, out: Field): void {
  for (let q = 0; q < factor.length; q++)
    for (let c = 3 * q; c < 3 * q + 3; c++) {
      out.real[c] = factor[q] * field.real[c];
      out.imaginary[c] = factor[q] * field.imaginary[c];
    }
}

function scaleColumns({ rows, columns, real, imaginary }: ComplexMatrix, factor: (column: number) => number): void {
  for (let q = 0; q < columns; q++) {
    const value = factor(q);
    for (let p = q; p < rows * columns; p += columns) {
      real[p] *= value;
      imaginary[p] *= value;
    }
  }
}

/** Re Σ_q P(q) A_q*·S_q. */
function overlap(factor: Float64Array, adjoint: Field, components: Field): number {
  let sum = 0;
  for (let q = 0; q < factor.length; q++)
    for (let c = 3 * q; c < 3 * q + 3; c++)
      sum += factor[q] * (adjoint.real[c] * components.real[c] + adjoint.imaginary[c] * components.imaginary[c]);
  return sum;
}
