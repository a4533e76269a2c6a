/** Wave vectors that symmetries of the lattice take into each other. */
import { apply, opposite } from './integer.ts';
import type { IntegerMatrix } from './kinds/kind.ts';
import type { Lattice } from './lattice.ts';
import { pointGroupMatrices } from './symmetry.ts';

/**
 * `waveNumbers`, as of `planeWaves`, by orbits under the point group and q → −q; members and orbits in the order of the list.
 *
 * The mean of a spin structure factor is the same all over an orbit: S(−q) = S(q) because spins are real, the rest because the weight has the symmetries
 * of the lattice. With several sites per cell S(q) is not periodic in q, and images count only where they are in the list as they are.
 */
export function momentumOrbits(lattice: Lattice, waveNumbers: readonly (readonly number[])[]): (readonly number[])[][] {
  const place = new Map(waveNumbers.map((waveNumber, k) => [String(waveNumber), k]));
  const images = reciprocalOperations(lattice);
  const known = new Set<number>();
  return waveNumbers.flatMap((waveNumber, k) => {
    if (known.has(k)) return [];
    const members = new Set(images(waveNumber).flatMap((image) => place.get(String(image)) ?? []));
    for (const member of members) known.add(member);
    return [[...members].sort((a, b) => a - b).map((member) => waveNumbers[member])];
  });
}

/** Where a wave vector goes, back in the list where S(q) is periodic in q. */
function reciprocalOperations(lattice: Lattice): (waveNumber: readonly number[]) => number[][] {
  const { size, boundary } = lattice.spec;
  const matrices = pointGroupMatrices(lattice).map((matrix) => onWaveNumbers(matrix, size));
  const isCyclic = (d: number) => lattice.basisCount === 1 && boundary[d] === 'periodic';
  const reduced = (n: readonly number[]) => n.map((m, d) => (isCyclic(d) ? ((m % size[d]) + size[d]) % size[d] : m));
  return (waveNumber) =>
    matrices.flatMap((matrix) => {
      const image = apply(matrix, waveNumber);
      return [reduced(image), reduced(opposite(image))];
    });
}

/** q·(R r) = (Rᵀ q)·r, with q_d = n_d/L_d in units of reciprocal vectors; integer between periodic directions, which R keeps apart from open ones. */
function onWaveNumbers(matrix: IntegerMatrix, size: readonly number[]): IntegerMatrix {
  return matrix[0].map((_, d) => matrix.map((row, e) => (row[d] * size[d]) / size[e]));
}
