/** Lattices of integer vectors by their triangular bases (Hermite normal form). */
import { type IntegerVector, minus, times } from './integer.ts';

/**
 * A basis of the lattice that integer vectors generate: row d begins with d zeros, then a positive number. There are as many rows as components, so the
 * generators have to span all directions.
 */
export function triangularBasis(generators: readonly IntegerVector[]): number[][] {
  let rest = generators.map((vector) => [...vector]);
  return generators[0].map((_, d) => {
    const { pivot, others } = eliminate(rest, d);
    rest = others;
    return pivot;
  });
}

/** Euclid's algorithm on component d of all vectors: one keeps it, and becomes positive there, the others lose it. */
function eliminate(vectors: readonly number[][], d: number): { pivot: number[]; others: number[][] } {
  let [pivot, ...others] = vectors;
  others = others.map((vector) => {
    let [a, b] = [pivot, vector];
    while (b[d] !== 0) [a, b] = [b, minus(a, times(b, Math.trunc(a[d] / b[d])))];
    pivot = a;
    return b;
  });
  return { pivot: pivot[d] < 0 ? times(pivot, -1) : pivot, others };
}

/**
 * The integer vectors m with m·v divisible by `modulus` for all v of a lattice that contains modulus times every vector. Row d of its basis ends after a
 * positive component d. `basis`: triangular.
 */
export function dualBasis(basis: readonly IntegerVector[], modulus: number): number[][] {
  return basis.map((_, i) => {
    const row = basis.map(() => 0);
    // From m·v_i = modulus and m·v_j = 0 for j < i, one component after the other; all divisions are exact.
    for (let j = i; j >= 0; j--) {
      const later = basis[j].reduce((sum, value, k) => (k > j ? sum + value * row[k] : sum), 0);
      row[j] = ((j === i ? modulus : 0) - later) / basis[j][j];
    }
    return row;
  });
}
