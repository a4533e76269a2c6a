/** H_0 + H_1 + H_2 on the manifold, its free energy, and the derivatives of that. */
import { multiply, newMatrix, subtractCongruence } from './complex-matrix.ts';
import { type Field, newField } from './fourier.ts';
import { freeEnergy, freeEnergyAndDensity } from './free-energy.ts';
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
 * dE = Tr[f dH] with f = f(H), so the derivative with respect to H_1 is f, to V it is −2 f V C with C = c_l/(ε_q − μ) on the
 * diagonal, and to c_l −Σ_{q∈l} (V†fV)_qq/(ε_q − μ): one product fV serves all.
 */
export function nodalHamiltonian(setup: NodalSetup, parameters: Float64Array): NodalHamiltonian {
  const { manifold, shells, formFactors, inner, outer, temperature, lattice } = setup;
  const weights = parameters.subarray(0, shells.length);
  const strengths = parameters.subarray(shells.length);
  const size = 2 * manifold.momenta.length;
  const hamiltonian = newMatrix(size, size);
  const density = newMatrix(size, size);
  const vertex = newMatrix(size, 2 * manifold.outerMomenta.length);
  const product = newMatrix(size, vertex.columns);
  const smearing = new Float64Array(lattice.siteCount);
  const smeared = newField(lattice.siteCount);
  const innerAdjoint = newField(lattice.siteCount);
  const diagonal = new Float64Array(vertex.columns);

  function build(components: Field): void {
    combine(weights, formFactors, smearing);
    scale(components, smearing, smeared);
    fillVertex(inner, smeared, hamiltonian);
    for (let a = 0; a < size; a++) hamiltonian.real[a * size + a] += manifold.energies[a >> 1];
    fillVertex(outer, components, vertex);
    for (let q = 0; q < diagonal.length; q++)
      diagonal[q] = strengths[manifold.level[q >> 1]] / manifold.outerEnergies[q >> 1];
    subtractCongruence(hamiltonian, vertex, diagonal);
  }

  function buildAndDifferentiate(components: Field): number {
    build(components);
    const energy = freeEnergyAndDensity(hamiltonian, temperature, density);
    multiply(density, vertex, product);
    innerAdjoint.real.fill(0);
    innerAdjoint.imaginary.fill(0);
    addAdjoint(inner, density, innerAdjoint);
    return energy;
  }

  return {
    energy(components) {
      build(components);
      return freeEnergy(hamiltonian, temperature);
    },
    energyAndAdjoint(components, adjoint) {
      const energy = buildAndDifferentiate(components);
      scale(innerAdjoint, smearing, adjoint);
      for (let a = 0, p = 0; a < size; a++)
        for (let q = 0; q < diagonal.length; q++, p++) {
          product.real[p] *= -2 * diagonal[q];
          product.imaginary[p] *= -2 * diagonal[q];
        }
      addAdjoint(outer, product, adjoint);
      return energy;
    },
    energyAndGradient(components, gradient) {
      const energy = buildAndDifferentiate(components);
      gradient.fill(0);
      for (let s = 0; s < shells.length; s++) gradient[s] = overlap(formFactors[s], innerAdjoint, components);
      for (let a = 0, p = 0; a < size; a++)
        for (let q = 0; q < diagonal.length; q++, p++) {
          const element = vertex.real[p] * product.real[p] + vertex.imaginary[p] * product.imaginary[p];
          gradient[shells.length + manifold.level[q >> 1]] -= element / manifold.outerEnergies[q >> 1];
        }
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
  for (let c = 0; c < field.real.length; c++) {
    const q = Math.floor(c / 3);
    out.real[c] = factor[q] * field.real[c];
    out.imaginary[c] = factor[q] * field.imaginary[c];
  }
}

/** Re Σ_q P(q) A_q*·S_q. */
function overlap(factor: Float64Array, adjoint: Field, components: Field): number {
  let sum = 0;
  for (let c = 0; c < adjoint.real.length; c++)
    sum +=
      factor[Math.floor(c / 3)] *
      (adjoint.real[c] * components.real[c] + adjoint.imaginary[c] * components.imaginary[c]);
  return sum;
}
