/** Wave vectors that symmetries of the lattice take into each other. */
import type { ExtendedZone } from './extended-zone.ts';
import { apply, opposite } from './integer.ts';
import type { IntegerMatrix } from './kinds/infinite-lattice.ts';
import type { Lattice } from './lattice.ts';
import { operations } from './symmetry.ts';

/**
 * The wave vectors of a zone by orbits under the point group and q → −q; members and orbits in the order of its list.
 *
 * The mean of a spin structure factor is the same all over an orbit: S(−q) = S(q) because spins are real, the rest because the weight has the symmetries
 * of the lattice. `isSymmetry` says which of its operations the weight has, by what they do to sites; they have to be a group. Images outside of the list, which a cut zone may have, are left out.
 */
export function momentumOrbits(
  lattice: Lattice,
  { waveNumbers, reduced }: ExtendedZone,
  isSymmetry: (image: Int32Array) => boolean,
): (readonly number[])[][] {
  const place = new Map(waveNumbers.map((waveNumber, k) => [String(waveNumber), k]));
  const symmetries = operations(lattice).filter(({ image }) => isSymmetry(image));
  const matrices = symmetries.map(({ matrix }) => onWaveNumbers(matrix, lattice.spec.size));
  const imagesOf = (waveNumber: readonly number[]) =>
    matrices.map((matrix) => apply(matrix, waveNumber)).flatMap((image) => [reduced(image), reduced(opposite(image))]);
  const known = new Set<number>();
  return waveNumbers.flatMap((waveNumber, k) => {
    if (known.has(k)) return [];
    const members = new Set(imagesOf(waveNumber).flatMap((image) => place.get(String(image)) ?? []));
    for (const member of members) known.add(member);
    return [[...members].sort((a, b) => a - b).map((member) => waveNumbers[member])];
  });
}

/** The operation R on wave numbers: q·(R r) = (Rᵀ q)·r, with q_d = n_d/L_d in units of reciprocal vectors; integer between periodic directions, which R keeps apart from open ones. */
function onWaveNumbers(matrix: IntegerMatrix, size: readonly number[]): IntegerMatrix {
  return matrix[0].map((_, d) => matrix.map((row, e) => (row[d] * size[d]) / size[e]));
}
