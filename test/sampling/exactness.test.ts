/**
 * Every sampler reproduces the averages of systems whose averages are known: within 4 sigma, with fixed seeds, and with errors of half a per cent, of
 * two with the bad model (samples.ts). Relative to the mean, except for bond correlations near zero, where it is absolute: S_1·S_2 at β = 5 on two sites, nearest
 * neighbours on 2 × 2, and on 4 × 4 at T = 0.1 and 0.2. `npm run validate` is stricter.
 */
import { describe, expect, it } from 'vitest';
import type { ChainRecord } from '../../src/sampling/samplers/run-chain.ts';
import { normaliseWeights } from '../../src/statistics/weights.ts';
import { largestPull, runAndCompare } from './pulls.ts';
import { missingBecause, SAMPLERS } from './samplers.ts';
import { largestErrorOf, samplesFor } from './samples.ts';
import { SYSTEMS } from './systems.ts';

const NAMES = Object.keys(SAMPLERS);

/** Acceptance, or what weights leave of the samples. */
function acceptanceOf({ totals, logImportance }: ChainRecord): number {
  if (totals.proposed > 0) return totals.accepted / totals.proposed;
  return normaliseWeights([logImportance]).kishSamples / logImportance.length;
}

describe.each(SYSTEMS)('$name', (system) => {
  it.each(NAMES.filter((name) => missingBecause(name, system) === undefined))('%s', (name) => {
    const samples = samplesFor(name, system);
    const { pulls, record } = runAndCompare(SAMPLERS[name](system), system, { seed: 11, warmUp: 500, samples });
    expect(largestPull(pulls), JSON.stringify(pulls)).toBeLessThan(4);
    const largestError = Math.max(...pulls.map(({ relativeError }) => relativeError));
    expect(largestError, JSON.stringify(pulls)).toBeLessThan(largestErrorOf(name, system));
    if (name.includes('bad')) expect(acceptanceOf(record)).toBeLessThan(0.61);
  });

  const missing = NAMES.flatMap((name) => missingBecause(name, system)?.concat(': no ', name) ?? []);
  for (const reason of missing) it.skip(reason, () => {});
});
