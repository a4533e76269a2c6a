/** Layers of 3-vectors that commute with rotations and reflections of spin space: they use scalar products alone. */
import { type Layer, newSignal, type Signal } from './layer.ts';
import { sigmoid } from './pointwise.ts';
import type { Weights } from './weights.ts';

/** Channel c on every site: σ(g_c + a_c · b_c) a_c. The gate is an invariant of two vectors, so the output turns as a_c does. */
export function gate(a: Signal, b: Signal, { values, gradient }: Weights): Layer {
  const output = newSignal(a.values.length, a.values[0].length);
  return {
    output,
    forward() {
      for (let c = 0; c < values.length; c++) {
        for (let i = 0; i < output.values[c].length; i += 3) {
          const open = sigmoid(values[c] + scalarProduct(a.values[c], b.values[c], i));
          for (let k = i; k < i + 3; k++) output.values[c][k] = open * a.values[c][k];
        }
      }
    },
    backward() {
      for (let c = 0; c < values.length; c++) {
        gradient[c] = 0;
        for (let i = 0; i < output.values[c].length; i += 3) {
          const open = sigmoid(values[c] + scalarProduct(a.values[c], b.values[c], i));
          const slope = open * (1 - open) * scalarProduct(a.values[c], output.adjoints[c], i);
          gradient[c] += slope;
          for (let k = i; k < i + 3; k++) {
            a.adjoints[c][k] += open * output.adjoints[c][k] + slope * b.values[c][k];
            b.adjoints[c][k] += slope * a.values[c][k];
          }
        }
      }
    },
  };
}

/** Field f of the output: a · b_f on every site, for the one vector field of `a`. */
export function scalarProducts(a: Signal, b: Signal): Layer {
  const [vector, adjoint] = [a.values[0], a.adjoints[0]];
  const output = newSignal(b.values.length, vector.length / 3);
  return {
    output,
    forward() {
      for (const [f, field] of output.values.entries()) {
        for (let i = 0; i < field.length; i++) field[i] = scalarProduct(vector, b.values[f], 3 * i);
      }
    },
    backward() {
      for (const [f, slopes] of output.adjoints.entries()) {
        const [other, otherAdjoint] = [b.values[f], b.adjoints[f]];
        for (let i = 0; i < slopes.length; i++) {
          for (let k = 3 * i; k < 3 * i + 3; k++) {
            adjoint[k] += slopes[i] * other[k];
            otherAdjoint[k] += slopes[i] * vector[k];
          }
        }
      }
    },
  };
}

function scalarProduct(a: Float64Array, b: Float64Array, at: number): number {
  return a[at] * b[at] + a[at + 1] * b[at + 1] + a[at + 2] * b[at + 2];
}
