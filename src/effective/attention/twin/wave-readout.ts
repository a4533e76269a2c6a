/** The readout of the last output by plane waves: kernels/attention/waves.ts. */
import type { Network } from '../network.ts';
import type { Waves } from '../waves.ts';

/** −1/(2N) Σ_k J̃(k) |S̃(k)|² of the spins and the couplings J_1, J_2, … after E_0. */
export function readByWaves(network: Network, waves: Waves, spins: Float64Array, parameters: Float64Array): number {
  let fields = filled(network, spins, parameters);
  let table = 0;
  let stride = 1;
  for (const length of waves.lengths) {
    if (length > 1) fields = transform(fields, waves.table.subarray(table), length, stride);
    table += 2 * length * length;
    stride *= length;
  }
  return (-0.5 * sumOverWaves(fields, waves.opposites)) / network.siteCount;
}

/** S^x + iS^y and S^z + iJ of every site: four numbers. */
function filled(
  { siteCount, shellCount, neighbours }: Network,
  spins: Float64Array,
  parameters: Float64Array,
): Float64Array {
  const fields = new Float64Array(4 * siteCount);
  for (let i = 0; i < siteCount; i++) fields.set(spins.subarray(3 * i, 3 * i + 3), 4 * i);
  for (let s = 1; s <= shellCount; s++) {
    for (let e = neighbours.start[s - 1]; e < neighbours.start[s]; e++) {
      fields[4 * neighbours.entry[e] + 3] += parameters[s];
    }
  }
  return fields;
}

function transform(fields: Float64Array, table: Float64Array, length: number, stride: number): Float64Array {
  const out = new Float64Array(fields.length);
  for (let start = 0; start < fields.length / 4; start += length * stride) {
    for (let first = start; first < start + stride; first++) {
      for (let k = 0; k < length; k++) transformOne(fields, table, [length, stride, first, k], out);
    }
  }
  return out;
}

function transformOne(
  fields: Float64Array,
  table: Float64Array,
  [length, stride, first, k]: readonly [number, number, number, number],
  out: Float64Array,
): void {
  const to = 4 * (first + k * stride);
  for (let part = 0; part < 4; part += 2) {
    let [real, imaginary, realSine, imaginarySine] = [0, 0, 0, 0];
    for (let x = 0; x < length; x++) {
      const [wave, at] = [2 * (k * length + x), 4 * (first + x * stride) + part];
      real += table[wave] * fields[at];
      imaginary += table[wave] * fields[at + 1];
      realSine += table[wave + 1] * fields[at];
      imaginarySine += table[wave + 1] * fields[at + 1];
    }
    out[to + part] = real + imaginarySine;
    out[to + part + 1] = imaginary - realSine;
  }
}

function sumOverWaves(fields: Float64Array, opposites: Int32Array): number {
  let sum = 0;
  for (let k = 0; k < opposites.length; k++) {
    const [at, opposite] = [4 * k, 4 * opposites[k]];
    const [x, y] = [fields[at], fields[at + 1]];
    const real = 0.5 * (fields[at + 2] + fields[opposite + 2]);
    const imaginary = 0.5 * (fields[at + 3] - fields[opposite + 3]);
    const coupling = 0.5 * (fields[at + 3] + fields[opposite + 3]);
    sum += coupling * (x * x + y * y + (real * real + imaginary * imaginary));
  }
  return sum;
}
