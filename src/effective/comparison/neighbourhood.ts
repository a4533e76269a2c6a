/** Sums over neighbours. */
import type { Rows } from '../shells.ts';
import { type Layer, newSignal, type Signal } from './layer.ts';

/**
 * Field f·w + s of the output holds Σ_j of field f over the sites j of row i w + s, for w rows per site: numbers of a shell, or a site at
 * one displacement. `components`: numbers per site, 3 for vectors.
 */
export function neighbourSums(input: Signal, { start, entry }: Rows, width: number, components: number): Layer {
  const length = input.values[0].length;
  const output = newSignal(input.values.length * width, length);
  const siteCount = length / components;
  return {
    output,
    forward() {
      for (let f = 0; f < output.values.length; f++) {
        const from = input.values[Math.floor(f / width)];
        const to = output.values[f].fill(0);
        for (let i = 0; i < siteCount; i++) {
          const row = i * width + (f % width);
          for (let e = start[row]; e < start[row + 1]; e++) {
            for (let c = 0; c < components; c++) to[components * i + c] += from[components * entry[e] + c];
          }
        }
      }
    },
    backward() {
      for (let f = 0; f < output.values.length; f++) {
        const to = input.adjoints[Math.floor(f / width)];
        const from = output.adjoints[f];
        for (let i = 0; i < siteCount; i++) {
          const row = i * width + (f % width);
          for (let e = start[row]; e < start[row + 1]; e++) {
            for (let c = 0; c < components; c++) to[components * entry[e] + c] += from[components * i + c];
          }
        }
      }
    },
  };
}
