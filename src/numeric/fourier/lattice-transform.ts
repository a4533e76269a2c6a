/** Fourier transforms of fields on a lattice of any size. */
import { runPass } from './passes.ts';
import { passesOf } from './plan.ts';

/** Transforms complex fields; the result stays valid until the next call. */
export interface LatticeTransform {
  /** The fields to be transformed, real and imaginary parts alternately: [… z][y][x][batch], the first direction fastest after the batch. Overwritten. */
  readonly input: Float64Array;
  /** X(n) = Σ_r x(r) e^{+2πi Σ_d n_d r_d/L_d} for all n_d < L_d, in the order of the input. */
  transform(): Float64Array;
}

/**
 * The discrete Fourier transform of `batch` complex fields on L_x × L_y × … points, of any L.
 *
 * Stockham's form of the fast transform with mixed radices (W. T. Cochran et al., Proc. IEEE 55, 1664, 1967; C. Temperton, J. Comput. Phys. 52, 1, 1983):
 * N (Σ of the prime factors of all L) operations, so N log N for lengths without large primes. Deterministic: the same operations in the same order everywhere.
 */
export function latticeTransform(sizes: readonly number[], batch: number): LatticeTransform {
  const passes = passesOf(sizes, batch);
  const count = sizes.reduce((product, length) => product * length, 2 * batch);
  const arrays = [new Float64Array(count), new Float64Array(count)];
  return {
    input: arrays[0],
    transform() {
      for (const [k, pass] of passes.entries()) runPass(pass, arrays[k & 1], arrays[(k + 1) & 1]);
      return arrays[passes.length & 1];
    },
  };
}
