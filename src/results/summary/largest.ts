/** The order that the spins of a run have: its largest structure factor, and the observable that stands for it. */
import { type OrderCandidate, orderCandidates } from '../../observables/ordering.ts';
import { structureFactorWaveNumbers } from '../../observables/structure-factor.ts';
import { pooledMean } from '../../statistics/chains.ts';
import { largestByChance } from '../../statistics/chance.ts';
import type { Estimate } from '../../statistics/estimate.ts';
import type { Weights } from '../../statistics/weights.ts';
import { filled, type RunData } from './run-data.ts';

/** The wave vector of the largest S(q), with its value. */
export interface LargestStructureFactor {
  /** The n of all q = Σ_d (n_d/L_d) b_d that it is the mean of. */
  readonly waveNumbers: readonly (readonly number[])[];
  readonly name: string;
  /** Its own estimate, as in the list of observables; null where there is not enough data. */
  readonly mean: number | null;
  readonly error: number | null;
  /**
   * Names of the others that are equally large within errors. The largest of several that are alike is so by chance, and its mean is then too large by a
   * part of its error.
   */
  readonly rivals: readonly string[];
}

/** The largest structure factor by the means over all samples, weighted where the run is; null without samples. */
export function largestStructureFactor(
  data: RunData,
  observables: Readonly<Record<string, Estimate>>,
  weights: Weights | undefined,
): LargestStructureFactor | null {
  const waveNumbers = structureFactorWaveNumbers(data.parameters.lattice, data.parameters);
  const candidates = Object.keys(waveNumbers).map((observable) => ({ observable, scale: 1 }));
  const [first, ...others] = leading(data, observables, candidates, weights);
  if (!first) return null;
  const estimate = observables[first];
  const { mean, error } = estimate.kind === 'insufficient' ? { mean: null, error: null } : estimate;
  return { waveNumbers: waveNumbers[first], name: first, mean, error, rivals: others };
}

/**
 * The observable that stands for the largest structure factor: m_s², m², or an S(q). Of those that equal the largest within errors it is the first in
 * the order of `orderCandidates`, so that noise does not choose. Undefined without samples.
 */
export function orderParameter(
  data: RunData,
  observables: Readonly<Record<string, Estimate>>,
  weights: Weights | undefined,
): string | undefined {
  const candidates = orderCandidates(data.parameters);
  const found = new Set(leading(data, observables, candidates, weights));
  return candidates.find(({ observable }) => found.has(observable))?.observable;
}

/** The candidate with the largest mean, then those that are not smaller than it beyond chance, in their order. */
function leading(
  data: RunData,
  observables: Readonly<Record<string, Estimate>>,
  candidates: readonly OrderCandidate[],
  weights: Weights | undefined,
): string[] {
  const known = candidates.filter(({ observable }) => observable in observables);
  if (known.length === 0) return [];
  const meanOf = meansOf(data, weights);
  const measured = known.map(({ observable, scale }) => ({
    observable,
    mean: scale * meanOf(observable),
    error: scale * errorOf(observables[observable]),
  }));
  const largest = measured.reduce((best, one) => (one.mean > best.mean ? one : best));
  const limit = largestByChance(known.length);
  const isAlike = ({ mean, error }: (typeof measured)[0]) =>
    largest.mean - mean <= limit * Math.sqrt(error * error + largest.error * largest.error);
  const alike = measured.filter((one) => one !== largest && isAlike(one));
  return [largest, ...alike].map(({ observable }) => observable);
}

/** 0 where it is not known: too few samples call nothing alike. */
const errorOf = (estimate: Estimate): number => (estimate.kind === 'insufficient' ? 0 : estimate.error);

function meansOf({ measured }: RunData, weights: Weights | undefined): (name: string) => number {
  if (!weights) return (name) => pooledMean(filled(measured(name)));
  return (name) => pooledMean(filled(measured(name)).map((chain, c) => products(chain, weights.values[c])));
}

function products(a: Float64Array, b: Float64Array): Float64Array {
  const result = new Float64Array(a.length);
  for (let k = 0; k < a.length; k++) result[k] = a[k] * b[k];
  return result;
}
