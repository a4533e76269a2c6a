/** Exact single-spin changes inside a patch: resolvents on its m sites at every shift, and their rank-one updates (docs/method.md §5). */
import { log } from '../../numeric/elementary.ts';
import type { FactorPattern } from '../pattern/pattern.ts';
import { CHUNK, chunksPerPair, sumLogarithms } from './pole-factors.ts';

/** Kernels bound to one pattern with a patch; arrays are theirs. */
export interface PatchKernels {
  /** The spins, 3N numbers, as input. */
  readonly spins: Float64Array;
  /** Products of pivot norms as in `FactorKernels`, those of the patch behind those of the others. */
  readonly products: Float64Array;
  /** Ratios of the determinant, one number a shift. */
  readonly ratios: Float64Array;
  /** Factorises and inverts the patch. */
  open(): void;
  /** Ratios of the determinant when h S at patch site a changes by (x, y, z). */
  ratio(a: number, x: number, y: number, z: number): void;
  update(a: number, x: number, y: number, z: number): void;
}

export interface PatchFactors {
  /** Makes `spins` current; returns log |det(w_j + iK)|, one number a shift. */
  open(spins: Float64Array): Float64Array;
  /** log of |det| after over before when h S at patch site a changes by (x, y, z), one number a shift. */
  logRatios(a: number, x: number, y: number, z: number): Float64Array;
  /** Makes that change. */
  update(a: number, x: number, y: number, z: number): void;
}

export const patchChunksPerPair = (pattern: FactorPattern): number =>
  chunksPerPair(pattern) + Math.floor(pattern.patchSize / CHUNK) + 1;

/** The factors of a patch by these kernels; `constants` and `power` as for `poleFactors`. */
export function patchFactors(
  pattern: FactorPattern,
  kernels: PatchKernels,
  constants: Float64Array,
  power: number,
): PatchFactors {
  const logDeterminants = new Float64Array(constants.length);
  const logRatios = new Float64Array(constants.length);
  return {
    open(spins) {
      kernels.spins.set(spins);
      kernels.open();
      return sumLogarithms(kernels.products, patchChunksPerPair(pattern), constants, power, logDeterminants);
    },
    logRatios(a, x, y, z) {
      kernels.ratio(a, x, y, z);
      for (let j = 0; j < logRatios.length; j++) logRatios[j] = power * log(kernels.ratios[j]);
      return logRatios;
    },
    update: kernels.update,
  };
}
