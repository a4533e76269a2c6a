/**
 * A spin S that keeps its azimuth about a vector h while its cosine c = S·ĥ moves to c′ = g(c):
 *
 *   S′ = α (S − c ĥ) + c′ ĥ,  α² = (1 − c′²)/(1 − c²).
 */
import type { Cut } from '../maps/cosine-map.ts';
import { dot, normalise, type Vector } from './vectors.ts';

/** Where h and κ are below this, the spin follows the map of von Mises and Fisher to first order, with the vector k of length κ along h: S′ = S + ½ (k − (k·S) S), log g′ = −k·S. What is left out is of the order of the square. */
export const SHORTEST = 1e-8;

/** The place of the cosine of S with h, from |S ± ĥ|², which keeps its digits near the poles. `length`: |h|. */
export function cutOf(spin: Vector, field: Vector, length: number, out: Cut): void {
  let below = 0;
  let above = 0;
  for (let c = 0; c < 3; c++) {
    const axis = field[c] / length;
    below += (spin[c] + axis) * (spin[c] + axis);
    above += (spin[c] - axis) * (spin[c] - axis);
  }
  out.below = below / (below + above);
  out.above = above / (below + above);
}

/** The spin with the cosine of `to`, into `out`; it is of unit length. */
export function moveSpin(spin: Vector, field: Vector, length: number, from: Cut, to: Cut, out: Vector): void {
  const stretch = stretchOf(from, to);
  const along = (to.below - to.above - stretch * (from.below - from.above)) / length;
  for (let c = 0; c < 3; c++) out[c] = stretch * spin[c] + along * field[c];
  normalise(out);
}

function stretchOf(from: Cut, to: Cut): number {
  const area = from.below * from.above;
  const image = to.below * to.above;
  return area > 0 && image > 0 ? Math.sqrt(image / area) : 0;
}

/** The spin moved by the short vector `factor` h, into `out`; returns log g′. */
export function moveShortly(spin: Vector, field: Vector, factor: number, out: Vector): number {
  const along = dot(spin, field);
  for (let c = 0; c < 3; c++) out[c] = spin[c] + 0.5 * factor * (field[c] - along * spin[c]);
  normalise(out);
  return -factor * along;
}
