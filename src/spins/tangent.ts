/** Tangent vectors of a configuration: N vectors, each perpendicular to its spin, as a Float64Array(3N). */
import { fillNormal } from '../numeric/normal.ts';
import type { RandomStream } from '../numeric/philox.ts';

/** Whether the spin from entry i on is 0: that of a site without one, where nothing can be turned. */
export const isMissing = (spins: Float64Array, i: number): boolean =>
  spins[i] === 0 && spins[i + 1] === 0 && spins[i + 2] === 0;

/** Removes from every vector its part along the spin, in place; all of it where there is no spin. */
export function projectOnTangent(spins: Float64Array, vectors: Float64Array): void {
  for (let i = 0; i < spins.length; i += 3) {
    if (isMissing(spins, i)) {
      vectors.fill(0, i, i + 3);
      continue;
    }
    const along = vectors[i] * spins[i] + vectors[i + 1] * spins[i + 1] + vectors[i + 2] * spins[i + 2];
    for (let c = i; c < i + 3; c++) vectors[c] -= along * spins[c];
  }
}

/** A normal tangent vector u of unit variance along each of the 2N directions: ⟨(u·a)²⟩ = |a|² for every tangent a. */
export function randomTangent(spins: Float64Array, random: RandomStream): Float64Array {
  const tangent = new Float64Array(spins.length);
  fillNormal(random, tangent);
  projectOnTangent(spins, tangent);
  return tangent;
}

/** out = S + step · u, left unnormalised: the change of length is of second order and cancels in symmetric differences. */
export function displace(spins: Float64Array, tangent: Float64Array, step: number, out: Float64Array): void {
  for (let c = 0; c < spins.length; c++) out[c] = spins[c] + step * tangent[c];
}
