/** Which operations on spins and sites leave the weight exactly as it is. */
import type { Lattice } from '../../lattice/lattice.ts';
import { pointGroupOfTorus, translation } from '../../lattice/symmetry.ts';
import { siteCouplings } from '../couplings.ts';
import { hoppingMatrix } from '../hopping.ts';
import type { ModelParameters } from '../model.ts';
import { classicalSymmetry } from './classical-symmetry.ts';
import { isGaugeEquivalent } from './gauge.ts';
import { type SpinOperation, spinOperations } from './spin-operations.ts';

/** An operation on sites, and what must come with it. */
export interface SiteOperation {
  /** Coordinate triplet, where coordinates go, as in "-y,x". */
  readonly name: string;
  /** Site i goes to image[i]. */
  readonly image: Int32Array;
  /** Whether all spins must undergo an improper operation (an inversion, a reflection) with it; else a proper one. */
  readonly improper: boolean;
  /** Whether all levels change their sign with it: n becomes 2 − n. */
  readonly reversesLevels: boolean;
}

/** A group of symmetries of W: a translation, then an operation on sites, with one of the spins that suits it. */
export interface ExactSymmetries {
  /** Number of translations by direction: L_d, or 1 where there is none but the identity. */
  readonly translations: readonly number[];
  /** Operations about a point. The identity comes first; it may come twice, with proper and with improper operations of the spins. */
  readonly sites: readonly SiteOperation[];
  readonly spins: readonly SpinOperation[];
}

/**
 * All operations that are known to leave W(S) as it is, from the matrix itself. With T the hopping matrix, π a permutation of the sites and R ∈ O(3) on all spins, the levels of S' = R π S are
 *
 * - those of S where T moved by π is T up to a gauge transformation, and R is proper;
 * - those of S where it is T*, and R is improper: time reversal turns σ into −σ and T into T*;
 * - minus those of S where it is −T and R is improper, or −T* and R is proper: W stays as it is when μ = 0.
 *
 * The exchange between shells of neighbours is invariant under all of these, a field under those R that keep it. Of operations that the other terms of the spins' energy keep only jointly, like a rotation of
 * sites and spins with bulk Dzyaloshinskii–Moriya terms, none is used.
 */
export function exactSymmetries(parameters: ModelParameters): ExactSymmetries {
  const { lattice, chemicalPotential } = parameters;
  const isFree = siteCouplings(parameters).every((j) => j === 0);
  const classical = classicalSymmetry(parameters);
  const spins = spinOperations(parameters, classical);
  const hopping = hoppingMatrix(lattice, parameters.hopping, parameters.flux);
  const relations = RELATIONS.filter(
    ({ reversesLevels, improper }) =>
      (!reversesLevels || chemicalPotential === 0) && spins.some((operation) => operation.improper === improper),
  );
  // Without a coupling the electrons do not depend on the spins.
  const isSymmetry = (image: Int32Array, relation: (typeof RELATIONS)[number]) =>
    classical.keepsSites(image) &&
    keepsRealisation(lattice, image) &&
    (isFree ? !relation.reversesLevels : isGaugeEquivalent(hopping, image, relation));
  const sites = pointGroupOfTorus(lattice).flatMap(({ name, image }) => {
    const allowed = relations.filter((relation) => isSymmetry(image, relation));
    return [false, true].flatMap((improper): SiteOperation[] => {
      const [first] = allowed.filter((relation) => relation.improper === improper);
      return first ? [{ name, image, improper, reversesLevels: first.reversesLevels }] : [];
    });
  });
  const isTranslation = (image: Int32Array) => isSymmetry(image, RELATIONS[0]);
  return { translations: translationCounts(parameters, isTranslation), sites, spins };
}

/** Whether sites and spins that are missing go to such, and couplings to equal ones; the rest of the disorder is in the hopping matrix. */
export function keepsRealisation({ realisation }: Lattice, image: Int32Array): boolean {
  if (!realisation) return true;
  const { isPresent, hasSpin, coupling } = realisation;
  return [isPresent, hasSpin, coupling].every((values) => image.every((target, i) => values[target] === values[i]));
}

/** The relations that make a symmetry, those that keep the levels first: where both will do, averages over the electrons stay as they are. */
const RELATIONS = [
  { conjugated: false, negated: false, improper: false, reversesLevels: false },
  { conjugated: true, negated: false, improper: true, reversesLevels: false },
  { conjugated: true, negated: true, improper: false, reversesLevels: true },
  { conjugated: false, negated: true, improper: true, reversesLevels: true },
] as const;

/** One step along a direction decides for all of them. */
function translationCounts({ lattice }: ModelParameters, isSymmetry: (image: Int32Array) => boolean): number[] {
  const { size, boundary } = lattice.spec;
  return size.map((length, d) => {
    if (boundary[d] === 'open' || length === 1) return 1;
    const step = size.map((_, e) => Number(e === d));
    return isSymmetry(translation(lattice, step)) ? length : 1;
  });
}
