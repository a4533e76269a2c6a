import { IDENTITY, scaled } from '../matrix.ts';
import type { ClassicalTerm } from '../term.ts';

/** Heisenberg exchange Σ_s J_s Σ_⟨ij⟩s S_i·S_j; J_s > 0 is antiferromagnetic. */
export const exchangeTerm: ClassicalTerm = {
  key: 'exchange',
  bond: ({ exchange }, shell) => scaled(exchange[shell - 1] ?? 0, IDENTITY),
};
