/** h_i and Q_i of a site: E = (terms without S_i) − h_i·S_i + S_iᵀ Q_i S_i. The kernels of the heat bath do the same in the same order. */
import { COUPLINGS, type LocalForms, QUADRATIC } from './local-forms.ts';

/** Adds h_i, of the others alone, to out[0 … 2]. */
export function addLocalField(
  { start, neighbour, couplings, field }: LocalForms,
  spins: Float64Array,
  site: number,
  out: Float64Array,
): void {
  let [x, y, z] = [out[0] + field[0], out[1] + field[1], out[2] + field[2]];
  for (let e = start[site]; e < start[site + 1]; e++) {
    const j = 3 * neighbour[e];
    const m = COUPLINGS * e;
    const [sx, sy, sz] = [spins[j], spins[j + 1], spins[j + 2]];
    x -= couplings[m] * sx + couplings[m + 1] * sy + couplings[m + 2] * sz;
    y -= couplings[m + 3] * sx + couplings[m + 4] * sy + couplings[m + 5] * sz;
    z -= couplings[m + 6] * sx + couplings[m + 7] * sy + couplings[m + 8] * sz;
  }
  out[0] = x;
  out[1] = y;
  out[2] = z;
}

/** Writes Q_i to out[0 … 5]: xx, xy, xz, yy, yz, zz. */
export function localQuadratic(
  { start, neighbour, couplings, quadratic, hasBiquadratic }: LocalForms,
  spins: Float64Array,
  site: number,
  out: Float64Array,
): void {
  for (let k = 0; k < QUADRATIC; k++) out[k] = quadratic[QUADRATIC * site + k];
  if (!hasBiquadratic) return;
  for (let e = start[site]; e < start[site + 1]; e++) {
    const j = 3 * neighbour[e];
    const b = couplings[COUPLINGS * e + 9];
    const [sx, sy, sz] = [spins[j], spins[j + 1], spins[j + 2]];
    out[0] += b * sx * sx;
    out[1] += b * sx * sy;
    out[2] += b * sx * sz;
    out[3] += b * sy * sy;
    out[4] += b * sy * sz;
    out[5] += b * sz * sz;
  }
}

/** Sᵀ Q S. */
export const quadraticEnergy = (q: Float64Array, x: number, y: number, z: number): number =>
  q[0] * x * x + q[3] * y * y + q[5] * z * z + 2 * (q[1] * x * y + q[2] * x * z + q[4] * y * z);
