import { projector, scaled } from '../matrix.ts';
import type { ClassicalTerm } from '../term.ts';

/** Axial exchange Σ_s K_s Σ_⟨ij⟩s (S_i·n)(S_j·n). On a bond from a site to itself it is K_s (S_i·n)². */
export const axialExchangeTerm: ClassicalTerm = {
  key: 'exchangeAxial',
  bond: ({ exchangeAxial, axis }, shell) => scaled(exchangeAxial[shell - 1] ?? 0, projector(axis)),
};
