/** The way back of a move of one spin: from ∂E/∂S′ to ∂E/∂S and ∂E/∂h. */
import type { Cut } from '../maps/cosine-map.ts';
import { dot, type Vector } from './vectors.ts';

/** How a function E of S′ depends on the cosines, and the factors of the vectors. */
export interface Pull {
  /** ∂E/∂c at fixed h, through g too. */
  byCosine: number;
  /** ∂E/∂c′ at fixed c. */
  byImage: number;
  /** α. */
  stretch: number;
  /** c′ − α c. */
  along: number;
}

/** A pole closer than this is one: α is its limit there, and turns about the axis are none. Of uniform spins one in 10^20 comes as close. */
const POLE = 1e-20;

/** `adjoint`: ∂E/∂S′; `length`: |h|; `slope`: g′(c). */
export function pullOf(
  spin: Vector,
  field: Vector,
  length: number,
  adjoint: Vector,
  from: Cut,
  to: Cut,
  slope: number,
  out: Pull,
): void {
  const cosine = from.below - from.above;
  const image = to.below - to.above;
  const area = 4 * from.below * from.above;
  const imageArea = 4 * to.below * to.above;
  const isPole = area < POLE || imageArea < POLE;
  const stretch = Math.sqrt(isPole ? slope : imageArea / area);
  const onAxis = dot(adjoint, field) / length;
  const across = isPole ? 0 : stretch * (dot(adjoint, spin) - cosine * onAxis);
  // ∂α/∂c as one fraction: near a pole it is a small difference of two large ones.
  const bend = isPole ? 0 : (cosine - (image * slope) / (stretch * stretch)) / area;
  out.byCosine = across * bend + onAxis * (slope - stretch);
  out.byImage = onAxis - (isPole ? 0 : (across * image) / imageArea);
  out.stretch = stretch;
  out.along = image - stretch * cosine;
}

/** From ∂E/∂S′ to ∂E/∂S in `adjoint`, and ∂E/∂h. `byCosine`, `byLength`: all of ∂E/∂c at fixed |h|, and of ∂E/∂|h| at fixed c. */
export function pullBack(
  spin: Vector,
  field: Vector,
  length: number,
  adjoint: Vector,
  { stretch, along }: Pull,
  byCosine: number,
  byLength: number,
  fieldAdjoint: Vector,
): void {
  const onAxis = (along * dot(adjoint, field) + byCosine * dot(spin, field)) / length;
  for (let c = 0; c < 3; c++) {
    const axis = field[c] / length;
    fieldAdjoint[c] = (along * adjoint[c] + byCosine * spin[c] - onAxis * axis) / length + byLength * axis;
    adjoint[c] = stretch * adjoint[c] + byCosine * axis;
  }
}

/** The same for a short h, which leaves ∂E/∂S as it is; `byLog`: ∂E/∂ log g′. */
export function pullBackShortly(
  spin: Vector,
  factor: number,
  adjoint: Vector,
  byLog: number,
  fieldAdjoint: Vector,
): void {
  const radial = dot(adjoint, spin);
  for (let c = 0; c < 3; c++) fieldAdjoint[c] = factor * (0.5 * (adjoint[c] - radial * spin[c]) - byLog * spin[c]);
}
