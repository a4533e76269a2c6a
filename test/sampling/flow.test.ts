/** What flows alone can tell: log Z from their normalised weights, against quadratures over dense diagonalisations; and independent proposals. */
import { describe, expect, it } from 'vitest';
import { philoxStream } from '../../src/numeric/philox.ts';
import { flowKernel } from '../../src/sampling/inner/flow-kernel.ts';
import { flowSampler } from '../../src/sampling/samplers/flow.ts';
import { namedConfiguration } from '../../src/spins/named.ts';
import { spoiltFlow, trainedFlow } from './flows.ts';
import { doubleBonds, type System, twoSites } from './systems.ts';

/** log ∫ W over the uniform measure of directions. */
const CASES: readonly (readonly [System, number])[] = [
  [twoSites(5), 10.7560989602],
  [twoSites(20), 43.3300977392],
  [doubleBonds(5), 44.5993693511],
  [doubleBonds(10), 88.3779742033],
];

/** log of the mean of W/q over proposals from q, relative to uniform directions, and its error. */
function logPartitionFunction({ model }: System, flow: ReturnType<typeof trainedFlow>, samples: number) {
  const { siteCount } = flow.lattice;
  const kernel = flowKernel(flow);
  const spins = namedConfiguration('random', flow.lattice, { seed: 1 }).slice();
  const random = philoxStream(4, 1);
  const logWeights = Array.from({ length: samples }, () => {
    const { logDensityAfter } = kernel.advance(spins, random);
    return model.logWeight(spins) - logDensityAfter - siteCount * Math.log(4 * Math.PI);
  });
  const largest = Math.max(...logWeights);
  const weights = logWeights.map((logWeight) => Math.exp(logWeight - largest));
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / samples;
  const variance = weights.reduce((sum, weight) => sum + (weight - mean) ** 2, 0) / samples;
  return { value: largest + Math.log(mean), error: Math.sqrt(variance / samples) / mean };
}

describe.each(CASES)('$name', (system, known) => {
  it.each([
    ['trained', trainedFlow, 0.004],
    ['spoilt', spoiltFlow, 0.04],
  ] as const)('log Z by a %s flow', (_, flowOf, largestError) => {
    const { value, error } = logPartitionFunction(system, flowOf(system), 20_000);
    expect(error).toBeLessThan(largestError);
    expect(Math.abs(value - known) / error).toBeLessThan(4);
  });
});

it('what is proposed does not depend on where the chain is, and costs one exact evaluation', () => {
  const { model } = doubleBonds(10);
  const sampler = flowSampler(model, trainedFlow(doubleBonds(10)));
  const proposals = [1, 2].map((seed) => {
    const state = sampler.start(namedConfiguration('random', model.parameters.lattice, { seed }));
    const outcome = sampler.step(state, philoxStream(1, 1));
    expect(outcome).toMatchObject({ proposed: 1, exactEvaluations: 1, effectiveEvaluations: 2 });
    return outcome.accepted ? state.spins : undefined;
  });
  expect(proposals[0]).toBeDefined();
  expect(proposals[0]).toEqual(proposals[1]);
});
