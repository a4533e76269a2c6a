/** Symmetric linear systems of which some directions are not determined. */
import { symmetricEigen } from '../../numeric/linear-algebra/symmetric-eigen.ts';

export interface PseudoInverse {
  /** The shortest x with A x = b in all directions that are determined. */
  solve(b: Float64Array): Float64Array;
  /** The length of the part of a vector that lies in directions that are not determined, all equal components left out. */
  undetermined(vector: Float64Array): number;
}

/** `matrix`: symmetric, n × n row by row, A (1, 1, …) = 0; directions with eigenvalues below `least` count as not determined. */
export function pseudoInverse(matrix: Float64Array, n: number, least: number): PseudoInverse {
  const { values, vectors } = symmetricEigen(matrix.slice(), n);
  const component = (vector: Float64Array, j: number) => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += vector[i] * vectors[i * n + j];
    return sum;
  };
  return {
    solve(b) {
      const x = new Float64Array(n);
      for (let j = 0; j < n; j++) {
        if (values[j] < least) continue;
        const amount = component(b, j) / values[j];
        for (let i = 0; i < n; i++) x[i] += amount * vectors[i * n + j];
      }
      return x;
    },
    undetermined(vector) {
      const mean = vector.reduce((sum, value) => sum + value, 0) / n;
      const rest = vector.map((value) => value - mean);
      let square = 0;
      for (let j = 0; j < n; j++) if (values[j] < least) square += component(rest, j) * component(rest, j);
      return Math.sqrt(square);
    },
  };
}
