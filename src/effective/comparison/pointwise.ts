/** Layers that act on every site by itself. */
import { exp } from '../../numeric/elementary.ts';
import { addScaled, type Layer, newSignal, type Signal } from './layer.ts';
import type { Weights } from './weights.ts';

/** The logistic function 1/(1 + e^−x). */
export function sigmoid(x: number): number {
  const e = exp(-Math.abs(x));
  return x < 0 ? e / (1 + e) : 1 / (1 + e);
}

/** x_c σ(x_c) with x_c = in_c + b_c, a rectifier without a kink: S. Elfwing, E. Uchibe and K. Doya, Neural Networks 107, 3 (2018). */
export function rectifier(input: Signal, { values, gradient }: Weights): Layer {
  const output = newSignal(input.values.length, input.values[0].length);
  return {
    output,
    forward() {
      for (let c = 0; c < values.length; c++) {
        for (let i = 0; i < input.values[c].length; i++) {
          const x = input.values[c][i] + values[c];
          output.values[c][i] = x * sigmoid(x);
        }
      }
    },
    backward() {
      for (let c = 0; c < values.length; c++) {
        gradient[c] = 0;
        for (let i = 0; i < input.values[c].length; i++) {
          const x = input.values[c][i] + values[c];
          const open = sigmoid(x);
          const adjoint = output.adjoints[c][i] * open * (1 + x * (1 - open));
          input.adjoints[c][i] += adjoint;
          gradient[c] += adjoint;
        }
      }
    },
  };
}

/** Adds an offset to every number: row c of the weights to field c. */
export function offsets(input: Signal, { values, gradient }: Weights): Layer {
  const length = input.values[0].length;
  const output = newSignal(input.values.length, length);
  return {
    output,
    forward() {
      for (const [c, field] of output.values.entries()) {
        for (let i = 0; i < length; i++) field[i] = input.values[c][i] + values[c * length + i];
      }
    },
    backward() {
      for (const [c, adjoint] of output.adjoints.entries()) {
        addScaled(input.adjoints[c], 1, adjoint);
        gradient.set(adjoint, c * length);
      }
    },
  };
}

/** The sum a + b of two signals. */
export function sum(a: Signal, b: Signal): Layer {
  const output = newSignal(a.values.length, a.values[0].length);
  return {
    output,
    forward() {
      for (const [c, field] of output.values.entries()) {
        field.set(a.values[c]);
        addScaled(field, 1, b.values[c]);
      }
    },
    backward() {
      for (const [c, adjoint] of output.adjoints.entries()) {
        addScaled(a.adjoints[c], 1, adjoint);
        addScaled(b.adjoints[c], 1, adjoint);
      }
    },
  };
}

/** Splits one field of 3-vectors, x y z of site 0, of site 1, …, into three fields of numbers. */
export function components(spins: Signal): Layer {
  const [vectors, adjoints] = [spins.values[0], spins.adjoints[0]];
  const output = newSignal(3, vectors.length / 3);
  return {
    output,
    forward() {
      for (let k = 0; k < vectors.length; k++) output.values[k % 3][Math.floor(k / 3)] = vectors[k];
    },
    backward() {
      for (let k = 0; k < vectors.length; k++) adjoints[k] += output.adjoints[k % 3][Math.floor(k / 3)];
    },
  };
}
