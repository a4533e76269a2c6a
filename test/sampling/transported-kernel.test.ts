/** A flow as the last step of an inner chain: exact whatever the flow does, and better than the chain alone where it was trained. */
import { describe, expect, it } from 'vitest';
import { learnedBase } from '../../src/flow/base.ts';
import { createFlow, type Flow } from '../../src/flow/flow.ts';
import { fillNormal } from '../../src/numeric/normal.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { flowKernel } from '../../src/sampling/inner/flow-kernel.ts';
import { heatBathKernel } from '../../src/sampling/inner/heat-bath-kernel.ts';
import { transportedKernel } from '../../src/sampling/inner/transported-kernel.ts';
import { selfLearningSampler } from '../../src/sampling/samplers/self-learning.ts';
import { namedConfiguration } from '../../src/spins/named.ts';
import { linearModel } from './models.ts';
import { largestPull, runAndCompare } from './pulls.ts';
import { twoSites } from './systems.ts';

const system = twoSites(20);
const { lattice, temperature } = system.model.parameters;
/** Half of the coupling that would be right. */
const energy = linearModel(lattice, [-0.05]);
const inner = heatBathKernel(energy, temperature, { sweeps: 1 });

/** A flow that was never trained. */
function anyFlow(): Flow {
  const choice = { layers: 2, map: 'spline', colours: 'sites' } as const;
  const flow = createFlow(lattice, choice, learnedBase(energy, temperature));
  fillNormal(philoxStream(3, 0), flow.parameters);
  return flow;
}

const NOTHING = { proposed: 0, accepted: 0, evaluations: 0 };
const RUN = { seed: 5, warmUp: 100, samples: 40_000 };

describe('an inner chain with a flow', () => {
  it('is exact', () => {
    const sampler = selfLearningSampler(system.model, transportedKernel(inner, anyFlow()));
    const { pulls, record } = runAndCompare(sampler, system, RUN);
    expect(largestPull(pulls)).toBeLessThan(4);
    expect(record.totals.accepted / record.totals.proposed).toBeLessThan(0.95);
  });

  it('is not without the Jacobian', () => {
    const flow = anyFlow();
    const { base } = flow;
    const kernel = transportedKernel(inner, flow);
    const forgetful = {
      ...kernel,
      advance(...[spins, random]: Parameters<typeof kernel.advance>) {
        const before = spins.slice();
        const advance = kernel.advance(spins, random);
        const [from, to] = [before, spins.slice()];
        for (const one of [from, to]) flow.transportBack(one);
        return { ...advance, logDensityBefore: base.logDensity(from), logDensityAfter: base.logDensity(to) };
      },
    };
    const { pulls } = runAndCompare(selfLearningSampler(system.model, forgetful), system, RUN);
    expect(largestPull(pulls)).toBeGreaterThan(10);
  });

  it('leaves the spins to the last bit where the chain stays', () => {
    const still = { ...inner, advance: () => ({ logDensityBefore: 0, logDensityAfter: 0, ...NOTHING }) };
    const spins = namedConfiguration('random', lattice, { seed: 2 });
    const before = spins.slice();
    const { logDensityBefore, logDensityAfter } = transportedKernel(still, anyFlow()).advance(
      spins,
      philoxStream(1, 1),
    );
    expect(spins).toEqual(before);
    expect(logDensityAfter).toBe(logDensityBefore);
    // There and back they would not stay.
    const flow = anyFlow();
    flow.transportBack(spins);
    flow.transport(spins);
    expect(spins).not.toEqual(before);
  });

  it('is no kernel of independent proposals', () => {
    expect(() => flowKernel(anyFlow())).toThrow('flow: expected one with a uniform base');
  });
});
