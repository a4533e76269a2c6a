/** log of the mean of W over all directions of all spins, log Z − N log 4π, from weights that are absolute. */
import type { SpinFermionModel } from '../../src/exact/model.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import type { Sampler } from '../../src/sampling/interfaces/sampler.ts';
import { runChain } from '../../src/sampling/samplers/run-chain.ts';
import { namedConfiguration } from '../../src/spins/named.ts';
import { normalisedSum } from '../../src/statistics/normalisation.ts';
import { normaliseWeights } from '../../src/statistics/weights.ts';
import { doubleBonds, type System, twoSites } from './systems.ts';

/** From so many samples, with its error. */
export function logMean(sampler: Sampler, { parameters }: SpinFermionModel, samples: number, seed: number) {
  const start = sampler.start(namedConfiguration('random', parameters.lattice, { seed }));
  const record = runChain(sampler, start, philoxStream(seed, 1), { warmUp: 20, samples, measure: () => ({}) });
  return normalisedSum(normaliseWeights([record.logImportance]), { constant: 0, ofLogMean: 1 });
}

/** Values of test/exact/quadrature.test.ts. */
export const LOG_MEANS: readonly (readonly [System, number])[] = [
  [twoSites(5), 10.7560989602],
  [twoSites(20), 43.3300977392],
  [doubleBonds(5), 44.5993693511],
  [doubleBonds(10), 88.3779742033],
];
