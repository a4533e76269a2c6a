/** Wave vectors at which S(q) has the same mean. */
import { hoppingMatrix } from '../exact/hopping.ts';
import type { ModelParameters } from '../exact/model.ts';
import { isGaugeEquivalent } from '../exact/symmetry/gauge.ts';
import { withoutDisorder } from '../lattice/create.ts';
import type { ExtendedZone } from '../lattice/extended-zone.ts';
import type { Lattice } from '../lattice/lattice.ts';
import { momentumOrbits } from '../lattice/momentum-orbits.ts';
import { translations } from '../lattice/symmetry.ts';

/** What of a model decides which symmetries of the lattice it has; that of the bonds of the lattice alone where left out. */
export type Hopping = Partial<Pick<ModelParameters, 'hopping' | 'flux'>>;

/** The same with its lattice. */
export type HoppingOnLattice = Hopping & Pick<ModelParameters, 'lattice'>;

/** The wave vectors of a zone by orbits under q → −q and those operations of the lattice that hopping allows, also where it has phases; with disorder those of averages over realisations. */
export const waveOrbits = (lattice: Lattice, zone: ExtendedZone, electrons: Hopping): (readonly number[])[][] =>
  momentumOrbits(lattice, zone, keepsHopping(withoutDisorder(lattice), electrons));

/**
 * Whether an operation, about some point, leaves hopping as it is up to a gauge transformation, or conjugates it: time reversal turns all spins and S(q) stays. Lattices are found by |t|, so that
 * this is a question where bonds have phases or signs, and on a torus with a flux, whose winding loops have phases of their own.
 */
function keepsHopping(lattice: Lattice, { hopping = [], flux = 0 }: Hopping): (image: Int32Array) => boolean {
  const { bonds = [] } = lattice.spec;
  if (flux === 0 && bonds.every((bond) => bond.hopping >= 0 && !bond.phase)) return () => true;
  const matrix = hoppingMatrix(lattice, hopping, flux);
  const shifts = translations(lattice).map(({ image }) => image);
  const isKept = (image: Int32Array) =>
    [false, true].some((conjugated) => isGaugeEquivalent(matrix, image, { conjugated, negated: false }));
  return (image) => shifts.some((shift) => isKept(image.map((site) => shift[site])));
}
