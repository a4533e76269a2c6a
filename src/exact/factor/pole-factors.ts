/**
 * What a factorisation gives, whatever the arithmetic: log-determinants and resolvents of w_j + iK at every shift, K = H − μ on 2N states.
 * Kernels (WebAssembly or their twins) leave raw products and sums in arrays; logarithms are taken here, once for all of them.
 */
import { log } from '../../numeric/elementary.ts';
import type { FactorPattern } from '../pattern/pattern.ts';

/** Kernels bound to one pattern and one set of shifts. Arrays are theirs; vectors hold two shifts, 2p and 2p + 1, side by side. */
export interface FactorKernels {
  /** The spins, 3N numbers, as input. */
  readonly spins: Float64Array;
  /** Products of pivot norms: for each pair of shifts `chunksPerPair` vectors of products of at most `CHUNK` of them. */
  readonly products: Float64Array;
  /** Contracted resolvents: for each site and component one vector, Σ over the shifts of that lane of weight × Re tr[iσ_c G_ii]. */
  readonly vectors: Float64Array;
  /** Re tr G of each shift, then Im tr G of each shift. */
  readonly traces: Float64Array;
  factorise(): void;
  factoriseAndInvert(): void;
}

interface Resolvents {
  /** log |det(w_j + iK)| of every shift. */
  readonly logDeterminants: Float64Array;
  /** Σ_j weight_j Re tr[iσ_c G_ii(w_j)], 3N. */
  readonly vectors: Float64Array;
  /** Re and Im of tr G(w_j). */
  readonly traceReal: Float64Array;
  readonly traceImaginary: Float64Array;
}

export interface PoleFactors {
  /** log |det(w_j + iK)|, one number a shift; the array is reused by the next call. */
  logDeterminants(spins: Float64Array): Float64Array;
  /** The same and the diagonal of every resolvent; arrays are reused by the next call. */
  resolvents(spins: Float64Array): Resolvents;
}

/** Norms multiplied before a logarithm is taken: more could overflow. Shared with the kernels. */
export const CHUNK = 8;

export const chunksPerPair = ({ pivotSite, patchSize }: FactorPattern): number =>
  Math.floor((pivotSite.length - patchSize) / CHUNK) + 1;

/**
 * The factors of a problem by these kernels. `constants`: log-determinant of the eliminated sites per shift, independent of the directions of unit spins.
 * `power`: what the norms must be raised to: 1 for quaternions, |q|² being the determinant, ½ for |det|² of complex blocks.
 */
export function poleFactors(
  pattern: FactorPattern,
  kernels: FactorKernels,
  constants: Float64Array,
  power: number,
): PoleFactors {
  const shiftCount = constants.length;
  const logDeterminants = new Float64Array(shiftCount);
  const vectors = new Float64Array(3 * pattern.siteCount);
  const traceReal = kernels.traces.subarray(0, shiftCount);
  const traceImaginary = kernels.traces.subarray(shiftCount, 2 * shiftCount);
  const collect = () => sumLogarithms(kernels.products, chunksPerPair(pattern), constants, power, logDeterminants);
  return {
    logDeterminants(spins) {
      kernels.spins.set(spins);
      kernels.factorise();
      return collect();
    },
    resolvents(spins) {
      kernels.spins.set(spins);
      kernels.factoriseAndInvert();
      for (let c = 0; c < vectors.length; c++) vectors[c] = kernels.vectors[2 * c] + kernels.vectors[2 * c + 1];
      return { logDeterminants: collect(), vectors, traceReal, traceImaginary };
    },
  };
}

/** out[j] = constants[j] + power × log of all products of shift j. */
export function sumLogarithms(
  products: Float64Array,
  chunks: number,
  constants: Float64Array,
  power: number,
  out: Float64Array,
): Float64Array {
  for (let j = 0; j < out.length; j++) {
    const start = 2 * chunks * (j >> 1) + (j & 1);
    let sum = 0;
    for (let c = 0; c < chunks; c++) sum += log(products[start + 2 * c]);
    out[j] = constants[j] + power * sum;
  }
  return out;
}
