/** Shell sums, for the twin of kernels/attention/. A field holds x y z of every site. */
import type { Rows } from '../../shells.ts';
import type { Network } from '../network.ts';

/** features[s] = Σ_{δ∈s} of features[0], s = 1 … up to their number. */
export function sumShells({ siteCount, shellCount, neighbours }: Network, features: readonly Float64Array[]): void {
  for (let s = 1; s < features.length; s++) {
    features[s].fill(0);
    for (let i = 0; i < siteCount; i++) addRow(neighbours, i * shellCount + s - 1, features[0], features[s], 3 * i);
  }
}

/** target += fields[0] and the sum over shell s of fields[s] for all there are. */
export function addShells(
  { siteCount, shellCount, neighbours }: Network,
  fields: readonly Float64Array[],
  target: Float64Array,
): void {
  for (let i = 0; i < siteCount; i++) {
    for (let c = 3 * i; c < 3 * i + 3; c++) target[c] += fields[0][c];
    for (let s = 1; s < fields.length; s++) addRow(neighbours, i * shellCount + s - 1, fields[s], target, 3 * i);
  }
}

function addRow({ start, entry }: Rows, row: number, field: Float64Array, target: Float64Array, at: number): void {
  for (let e = start[row]; e < start[row + 1]; e++) {
    const from = 3 * entry[e];
    target[at] += field[from];
    target[at + 1] += field[from + 1];
    target[at + 2] += field[from + 2];
  }
}

/** Σ_i a_i · b_i, summed by component: x + y, + z last. */
export function dot(a: Float64Array, b: Float64Array): number {
  let x = 0;
  let y = 0;
  let z = 0;
  for (let i = 0; i < a.length; i += 3) {
    x += a[i] * b[i];
    y += a[i + 1] * b[i + 1];
    z += a[i + 2] * b[i + 2];
  }
  return x + y + z;
}
