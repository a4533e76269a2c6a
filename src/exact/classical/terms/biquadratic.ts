import type { ClassicalTerm } from '../term.ts';

/** Biquadratic exchange Σ_s B_s Σ_⟨ij⟩s (S_i·S_j)². */
export const biquadraticTerm: ClassicalTerm = {
  key: 'biquadratic',
  biquadratic: ({ biquadratic }, shell) => biquadratic[shell - 1] ?? 0,
};
