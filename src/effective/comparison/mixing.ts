/** Matrices between the fields of two signals, the same on every site. */
import { addScaled, dot, type Layer, newSignal, type Signal } from './layer.ts';
import type { Piece, Weights } from './weights.ts';

/** Weights of a matrix with `inputs` columns, as large as keeps the variance of independent inputs. */
export function matrix(name: string, outputs: number, inputs: number): Piece {
  return { name, count: outputs * inputs, deviation: 1 / Math.sqrt(inputs) };
}

/** out_o = Σ_f W_of in_f; W row by row. */
export function mixing(input: Signal, outputCount: number, { values, gradient }: Weights): Layer {
  const width = input.values.length;
  const output = newSignal(outputCount, input.values[0].length);
  return {
    output,
    forward() {
      for (let o = 0; o < outputCount; o++) {
        output.values[o].fill(0);
        for (let f = 0; f < width; f++) addScaled(output.values[o], values[o * width + f], input.values[f]);
      }
    },
    backward() {
      for (let o = 0; o < outputCount; o++) {
        for (let f = 0; f < width; f++) {
          addScaled(input.adjoints[f], values[o * width + f], output.adjoints[o]);
          gradient[o * width + f] = dot(output.adjoints[o], input.values[f]);
        }
      }
    },
  };
}
