/** E_0 − Σ_s J_s Σ_⟨ij⟩s S_i·S_j from Fourier components: Σ_⟨ij⟩s S_i·S_j = (N/2) Σ_q P_s(q) |S_q|². */
import type { Field } from './fourier.ts';
import type { NodalSetup } from './setup.ts';

export interface LinearForm {
  energy(components: Field): number;
  /** With dE = Re Σ_q A_q*·dS_q: adds to A. */
  addAdjoint(components: Field, adjoint: Field): void;
  /** ∂E/∂E_0 and ∂E/∂J_s. */
  gradient(components: Field, gradient: Float64Array): void;
}

/** `parameters`: live, E_0 and J_s in the order of the shells. */
export function linearForm({ lattice, formFactors }: NodalSetup, parameters: Float64Array): LinearForm {
  const squares = new Float64Array(lattice.siteCount);
  const bondSum = (factor: Float64Array) => {
    let sum = 0;
    for (let q = 0; q < squares.length; q++) sum += factor[q] * squares[q];
    return (lattice.siteCount / 2) * sum;
  };
  return {
    energy(components) {
      squareComponents(components, squares);
      let energy = parameters[0];
      for (let s = 1; s < parameters.length; s++) energy -= parameters[s] * bondSum(formFactors[s]);
      return energy;
    },
    addAdjoint({ real, imaginary }, adjoint) {
      for (let q = 0; q < squares.length; q++) {
        let factor = 0;
        for (let s = 1; s < parameters.length; s++) factor -= parameters[s] * formFactors[s][q];
        for (let c = 3 * q; c < 3 * q + 3; c++) {
          adjoint.real[c] += lattice.siteCount * factor * real[c];
          adjoint.imaginary[c] += lattice.siteCount * factor * imaginary[c];
        }
      }
    },
    gradient(components, gradient) {
      squareComponents(components, squares);
      gradient[0] = 1;
      for (let s = 1; s < gradient.length; s++) gradient[s] = -bondSum(formFactors[s]);
    },
  };
}

/** |S_q|² of every wave number. */
function squareComponents({ real, imaginary }: Field, squares: Float64Array): void {
  for (let q = 0; q < squares.length; q++) {
    let sum = 0;
    for (let c = 3 * q; c < 3 * q + 3; c++) sum += real[c] * real[c] + imaginary[c] * imaginary[c];
    squares[q] = sum;
  }
}
