import { crossProduct, scaled } from '../matrix.ts';
import type { ClassicalTerm, CompleteParameters } from '../term.ts';

/**
 * The Dzyaloshinskii–Moriya energy Σ_s D_s Σ_⟨ij⟩s d_ij·(S_i × S_j), where i → j is the direction of the bond's displacement δ. With J < 0 along a chain and d along z the ground state is a
 * spiral of pitch −arctan(D/J): I. Dzyaloshinskii, J. Phys. Chem. Solids 4, 241 (1958); T. Moriya, Phys. Rev. 120, 91 (1960).
 */
export const dzyaloshinskiiMoriyaTerm: ClassicalTerm = {
  key: 'dzyaloshinskiiMoriya',
  bond: ({ dzyaloshinskiiMoriya, dmDirection }, shell, { displacement }) =>
    scaled(dzyaloshinskiiMoriya[shell - 1] ?? 0, crossProduct(DIRECTIONS[dmDirection](displacement))),
};

/** The vector d of a bond. Chains lie along x and planes in x and y, so that z × δ of a chain is along y; of a bond along z it is 0. */
const DIRECTIONS: Readonly<Record<CompleteParameters['dmDirection'], (displacement: readonly number[]) => number[]>> = {
  bulk: (displacement) => unit(displacement),
  interfacial(displacement) {
    const [x, y] = unit(displacement);
    return [0 - y, x, 0];
  },
  z: () => [0, 0, 1],
};

/** The names that `dmDirection` may have. */
export const DM_DIRECTIONS = ['bulk', 'interfacial', 'z'] as const satisfies (keyof typeof DIRECTIONS)[];

/** The displacement over its length, as three components. */
function unit(displacement: readonly number[]): number[] {
  const length = Math.sqrt(displacement.reduce((sum, component) => sum + component * component, 0));
  return [0, 1, 2].map((c) => (displacement[c] ?? 0) / length);
}
