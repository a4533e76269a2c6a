/** A flow as the last step of an annealing: exact whatever the flow does, log Z included; and what mistakes in its density would make of it. */
import { describe, expect, it } from 'vitest';
import type { Flow } from '../../src/flow/flow.ts';
import { transportedAnnealing } from '../../src/sampling/annealing/transported-annealing.ts';
import type { Proposer } from '../../src/sampling/interfaces/reversible-kernel.ts';
import { annealedSampler } from '../../src/sampling/samplers/annealed.ts';
import { linearBase, randomFlow, transportingFlow } from './flows.ts';
import { LOG_MEANS, logMean } from './log-mean.ts';
import { largestPull, runAndCompare } from './pulls.ts';
import { linearAnnealing } from './samplers.ts';
import type { System } from './systems.ts';

const badFlow = (system: System) => randomFlow(system.model.parameters.lattice, 0.5, linearBase(system));
/** Annealing to the linear model knows nothing of this one. */
const elsewhere = (system: System) => randomFlow(system.model.parameters.lattice, 0.3);

const sampler = (system: System, flow: Flow) =>
  annealedSampler(system.model, transportedAnnealing(linearAnnealing(system), flow));

describe.each(LOG_MEANS)('$name', (system, known) => {
  it.each([
    ['trained', transportingFlow, 0.01],
    ['bad', badFlow, 0.04],
    ['on another base', elsewhere, 0.04],
  ] as const)('log Z with a flow, %s', (_, flowOf, largestError) => {
    const { mean, error } = logMean(sampler(system, flowOf(system)), system.model, 8000, 3);
    expect(error).toBeLessThan(largestError);
    expect(Math.abs(mean - known) / error).toBeLessThan(4);
  });

  it('averages with a bad flow', () => {
    const { pulls } = runAndCompare(sampler(system, badFlow(system)), system, { seed: 5, warmUp: 0, samples: 10_000 });
    expect(largestPull(pulls)).toBeLessThan(4);
  });
});

describe('mistakes are more than ten sigma away', () => {
  const [system, known] = LOG_MEANS[1];
  const flow = badFlow(system);
  const path = linearAnnealing(system);
  const right = transportedAnnealing(path, flow);

  /** The same with another log density than it has. */
  const mistaken = (of: (ofPath: number, z: Float64Array, spins: Float64Array) => number): Proposer => ({
    ...right,
    advance(spins, random) {
      const made = path.advance(spins, random);
      const z = spins.slice();
      flow.transport(spins);
      return { ...made, logDensityAfter: of(made.logDensityAfter, z, spins) };
    },
  });

  const pullsOf = (proposer: Proposer) => {
    const wrong = annealedSampler(system.model, proposer);
    const { mean, error } = logMean(wrong, system.model, 10_000, 3);
    const { pulls } = runAndCompare(wrong, system, { seed: 5, warmUp: 0, samples: 10_000 });
    return [(mean - known) / error, largestPull(pulls)].map(Math.abs);
  };

  it('not without one', () => {
    const all = mistaken((ofPath, z, spins) => ofPath + flow.logDensity(spins) - flow.base.logDensity(z));
    expect(Math.max(...pullsOf(all))).toBeLessThan(4);
  });

  it('a forgotten Jacobian', () => expect(Math.min(...pullsOf(mistaken((ofPath) => ofPath)))).toBeGreaterThan(10));

  it('the density of the base at the spins instead of at z', () => {
    const wrong = mistaken((ofPath, _, spins) => ofPath + flow.logDensity(spins) - flow.base.logDensity(spins));
    expect(Math.max(...pullsOf(wrong))).toBeGreaterThan(10);
  });

  it('the density of the base in place of that of the path', () => {
    const wrong = mistaken((_, _z, spins) => flow.logDensity(spins));
    expect(Math.max(...pullsOf(wrong))).toBeGreaterThan(10);
  });
});
