/** θ of a network of layers: one array with E_0 first, divided into pieces. */
import { fillNormal } from '../../numeric/normal.ts';
import type { RandomStream } from '../../numeric/philox.ts';

/** The weights of one layer, row by row, and where their gradient goes. */
export interface Weights {
  readonly values: Float64Array;
  readonly gradient: Float64Array;
}

/** A part of θ that a network needs: names are "layer 1 W 1", "layer 1 W 2", … */
export interface Piece {
  readonly name: string;
  readonly count: number;
  /** Standard deviation of the starting values; zero where left out. */
  readonly deviation?: number;
}

export interface Parameters {
  readonly parameters: Float64Array;
  readonly gradient: Float64Array;
  readonly parameterNames: readonly string[];
  /** The weights of the pieces, in their order. */
  readonly weights: readonly Weights[];
  /** Draws all starting values, E_0 = 0. */
  draw(random: RandomStream): void;
}

export function allocate(pieces: readonly Piece[]): Parameters {
  const length = pieces.reduce((sum, { count }) => sum + count, 1);
  const [parameters, gradient] = [new Float64Array(length), new Float64Array(length)];
  const ends = pieces.map((_, p) => pieces.slice(0, p + 1).reduce((sum, { count }) => sum + count, 1));
  const pieceOf = (array: Float64Array, p: number) => array.subarray(ends[p] - pieces[p].count, ends[p]);
  return {
    parameters,
    gradient,
    parameterNames: ['E0', ...pieces.flatMap(({ name, count }) => numbered(name, count))],
    weights: pieces.map((_, p) => ({ values: pieceOf(parameters, p), gradient: pieceOf(gradient, p) })),
    draw(random) {
      fillNormal(random, parameters);
      parameters[0] = 0;
      for (const [p, { deviation = 0 }] of pieces.entries()) {
        const piece = pieceOf(parameters, p);
        for (let k = 0; k < piece.length; k++) piece[k] *= deviation;
      }
    },
  };
}

const numbered = (name: string, count: number): string[] => Array.from({ length: count }, (_, k) => `${name} ${k + 1}`);
