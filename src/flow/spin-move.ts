/**
 * A spin S that keeps its azimuth about a vector h while its cosine c = S·ĥ moves to c′ = g(c):
 *
 *   S′ = α (S − c ĥ) + c′ ĥ,  α² = (1 − c′²)/(1 − c²).
 */
import { exp } from '../numeric/elementary.ts';
import type { Cut, Mapped } from './maps/cosine-map.ts';
import { dotAt, normaliseAt } from './site-vectors.ts';

/** Where h and κ are below this, the spin follows the map of von Mises and Fisher to first order, with the vector k of length κ along h: S′ = S + ½ (k − (k·S) S), log g′ = −k·S. What is left out is of the order of the square. */
export const SHORTEST = 1e-8;

/** A vector in a field of x y z site after site: of site i it begins at 3i. */
type Field = Float64Array;

/** |h| of a site. */
export const lengthAt = (field: Field, at: number): number => Math.sqrt(dotAt(field, field, at));

/** The place of the cosine of S with h, from |S ± ĥ|², which keeps its digits near the poles. `length`: |h|. */
export function cutAt(spins: Field, field: Field, at: number, length: number, out: Cut): void {
  let below = 0;
  let above = 0;
  for (let c = at; c < at + 3; c++) {
    const axis = field[c] / length;
    below += (spins[c] + axis) * (spins[c] + axis);
    above += (spins[c] - axis) * (spins[c] - axis);
  }
  out.below = below / (below + above);
  out.above = above / (below + above);
}

/** Moves a spin in place to the cosine of `to`; it stays of unit length. */
export function moveSpin(spins: Field, field: Field, at: number, length: number, from: Cut, to: Mapped): void {
  const stretch = stretchOf(from, to);
  const along = to.below - to.above - stretch * (from.below - from.above);
  for (let c = at; c < at + 3; c++) spins[c] = stretch * spins[c] + (along / length) * field[c];
  normaliseAt(spins, at);
}

/** Moves a spin in place by the short vector `factor` h; returns log g′. */
export function moveShortly(spins: Field, field: Field, at: number, factor: number): number {
  const along = dotAt(spins, field, at);
  for (let c = at; c < at + 3; c++) spins[c] += 0.5 * factor * (field[c] - along * spins[c]);
  normaliseAt(spins, at);
  return -factor * along;
}

/** How a function E of S′ depends on the cosines, and the factors of the vectors. */
export interface Pull {
  /** ∂E/∂c at fixed h, through g too. */
  readonly byCosine: number;
  /** ∂E/∂c′ at fixed c. */
  readonly byImage: number;
  /** α. */
  readonly stretch: number;
  /** c′ − α c. */
  readonly along: number;
}

/** A pole closer than this is one: α is its limit there, and turns about the axis are none. Of uniform spins one in 10^20 comes as close. */
const POLE = 1e-20;

/** `adjoint`: ∂E/∂S′; `length`: |h|. */
export function pullOf(
  spins: Field,
  field: Field,
  at: number,
  length: number,
  adjoint: Field,
  from: Cut,
  to: Mapped,
): Pull {
  const [cosine, image, slope] = [from.below - from.above, to.below - to.above, exp(to.logSlope)];
  const [area, imageArea] = [4 * from.below * from.above, 4 * to.below * to.above];
  const isPole = area < POLE || imageArea < POLE;
  const stretch = Math.sqrt(isPole ? slope : imageArea / area);
  const onAxis = dotAt(adjoint, field, at) / length;
  const across = isPole ? 0 : stretch * (dotAt(adjoint, spins, at) - cosine * onAxis);
  // ∂α/∂c as one fraction: near a pole it is a small difference of two large ones.
  const bend = isPole ? 0 : (cosine - (image * slope) / (stretch * stretch)) / area;
  return {
    byCosine: across * bend + onAxis * (slope - stretch),
    byImage: onAxis - (isPole ? 0 : (across * image) / imageArea),
    stretch,
    along: image - stretch * cosine,
  };
}

/** From ∂E/∂S′ to ∂E/∂S in `adjoint`, and ∂E/∂h. `byCosine`, `byLength`: all of ∂E/∂c at fixed |h|, and of ∂E/∂|h| at fixed c. */
export function pullBack(
  spins: Field,
  field: Field,
  at: number,
  length: number,
  adjoint: Field,
  { stretch, along }: Pull,
  byCosine: number,
  byLength: number,
  fieldAdjoint: Field,
): void {
  const onAxis = (along * dotAt(adjoint, field, at) + byCosine * dotAt(spins, field, at)) / length;
  for (let c = at; c < at + 3; c++) {
    const axis = field[c] / length;
    fieldAdjoint[c] = (along * adjoint[c] + byCosine * spins[c] - onAxis * axis) / length + byLength * axis;
    adjoint[c] = stretch * adjoint[c] + byCosine * axis;
  }
}

/** The same for a short h, which leaves ∂E/∂S as it is; `byLog`: ∂E/∂ log g′. */
export function pullBackShortly(
  spins: Field,
  at: number,
  factor: number,
  adjoint: Field,
  byLog: number,
  fieldAdjoint: Field,
): void {
  const radial = dotAt(adjoint, spins, at);
  for (let c = at; c < at + 3; c++)
    fieldAdjoint[c] = factor * (0.5 * (adjoint[c] - radial * spins[c]) - byLog * spins[c]);
}

function stretchOf(from: Cut, to: Mapped): number {
  const area = from.below * from.above;
  const image = to.below * to.above;
  return area > 0 && image > 0 ? Math.sqrt(image / area) : 0;
}
