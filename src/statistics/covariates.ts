/** Covariates as an orthonormal basis of what can be predicted from them. */
import type { Chains } from './chains.ts';

/** Where in the chains something was measured: `ends[chain]` ascending, each the last sample of a window that begins after the one before. */
export type Ends = readonly Int32Array[];

/** Functions of a sample, of mean 0 and orthonormal over the measured samples. */
export interface Basis {
  /** Their values at the measured samples, `atEnds[function][measured]`, one chain after the other. */
  readonly atEnds: readonly Float64Array[];
  /** Their weighted means over windows, `windows[function][window]`. */
  readonly windows: readonly Float64Array[];
}

/** A covariate of which less than this part is new is left out. */
const NEW = 1e-6;

/**
 * Gram–Schmidt, twice, in the order of the covariates. `shares`: of the measured samples in their total weight. `average`: the weighted means of a covariate over windows.
 */
export function orthonormalBasis(
  covariates: readonly Chains[],
  ends: Ends,
  shares: Float64Array,
  average: (chains: Chains) => Float64Array,
): Basis {
  const atEnds: Float64Array[] = [];
  const windows: Float64Array[] = [];
  for (const covariate of covariates) {
    const [values, means] = [pick(covariate, ends), average(covariate)];
    const origin = dot(values, shares, ONE);
    shift(values, origin);
    shift(means, origin);
    const size = norm(values, shares);
    for (let round = 0; round < 2; round++)
      atEnds.forEach((function_, a) => {
        const overlap = dot(values, shares, function_);
        subtract(values, overlap, function_);
        subtract(means, overlap, windows[a]);
      });
    const rest = norm(values, shares);
    if (!(rest > NEW * size)) continue;
    atEnds.push(values.map((value) => value / rest));
    windows.push(means.map((value) => value / rest));
  }
  return { atEnds, windows };
}

/** The entries of all chains at their ends. */
export function pick(chains: Chains, ends: Ends): Float64Array {
  const picked = new Float64Array(ends.reduce((sum, { length }) => sum + length, 0));
  let next = 0;
  for (const [c, chain] of chains.entries()) for (const end of ends[c]) picked[next++] = chain[end];
  return picked;
}

const ONE = undefined;

/** Σ shares x y; y is 1 where left out. */
export function dot(x: Float64Array, shares: Float64Array, y: Float64Array | undefined): number {
  let sum = 0;
  for (let k = 0; k < x.length; k++) sum += shares[k] * x[k] * (y ? y[k] : 1);
  return sum;
}

const norm = (x: Float64Array, shares: Float64Array): number => Math.sqrt(dot(x, shares, x));

function shift(x: Float64Array, origin: number): void {
  for (let k = 0; k < x.length; k++) x[k] -= origin;
}

function subtract(x: Float64Array, factor: number, y: Float64Array): void {
  for (let k = 0; k < x.length; k++) x[k] -= factor * y[k];
}
