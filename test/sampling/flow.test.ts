/** What flows alone can tell: log Z from their normalised weights, against quadratures over dense diagonalisations; and independent proposals. */
import { describe, expect, it } from 'vitest';
import type { Flow } from '../../src/flow/flow.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { flowKernel } from '../../src/sampling/inner/flow-kernel.ts';
import { heatBathKernel } from '../../src/sampling/inner/heat-bath-kernel.ts';
import { flowSampler } from '../../src/sampling/samplers/flow.ts';
import { reweightingSampler } from '../../src/sampling/samplers/reweighting.ts';
import { exchange } from '../../src/sampling/tempering/exchange.ts';
import { namedConfiguration } from '../../src/spins/named.ts';
import { ANISOTROPIC, LOG_MEANS as LOG_MEANS_OF_TERMS } from './anisotropic-systems.ts';
import { randomFlow, spoiltFlow, trainedFlow } from './flows.ts';
import { LOG_MEANS, logMean } from './log-mean.ts';
import { linearModel } from './models.ts';
import { doubleBonds, type System, twoSites } from './systems.ts';

/** Every configuration of the flow a sample, with the weight W/q. */
const weighted = ({ model }: System, flow: Flow) => reweightingSampler(model, flowKernel(flow));

describe.each(LOG_MEANS)('$name', (system, known) => {
  it.each([
    ['trained', trainedFlow, 0.004],
    ['spoilt', spoiltFlow, 0.04],
  ] as const)('log Z by a %s flow', (_, flowOf, largestError) => {
    const { mean, error } = logMean(weighted(system, flowOf(system)), system.model, 20_000, 4);
    expect(error).toBeLessThan(largestError);
    expect(Math.abs(mean - known) / error).toBeLessThan(4);
  });
});

describe.each([
  ['two sites', LOG_MEANS_OF_TERMS.pair],
  ['two sites, with disorder', LOG_MEANS_OF_TERMS.alike],
  ['a triangle', LOG_MEANS_OF_TERMS.triangle],
])('%s with anisotropies, in a field', (name, known) => {
  const system = ANISOTROPIC.find((one) => one.name === name) as System;
  it.each([0, 0.3])('log Z by a flow with random parameters of size %s', (scale) => {
    const flow = randomFlow(system.model.parameters.lattice, scale);
    const { mean, error } = logMean(weighted(system, flow), system.model, 20_000, 4);
    expect(error).toBeLessThan(0.04);
    expect(Math.abs(mean - known) / error).toBeLessThan(4);
  });
});

it('weights are absolute and independent of each other: there is nothing to exchange', () => {
  const system = twoSites(5);
  const sampler = weighted(system, trainedFlow(system));
  expect(sampler.isIndependent).toBe(true);
  const replica = { model: system.model, sampler, state: sampler.start(Float64Array.of(0, 0, 1, 0, 0, 1)) };
  expect(() => exchange(replica, replica, philoxStream(1, 1))).toThrow('expected replicas of Markov chains');
  const chain = heatBathKernel(linearModel(system.model.parameters.lattice, [0.1]), 0.2);
  expect(reweightingSampler(system.model, chain).isIndependent).toBe(false);
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
