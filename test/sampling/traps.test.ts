/** What breaks exactness without a word is seen by comparisons like those of exactness.test.ts: each mistake, made on purpose, is many sigma away. */
import { describe, expect, it } from 'vitest';
import { randomDirection } from '../../src/numeric/directions.ts';
import type { RandomStream } from '../../src/numeric/philox.ts';
import { startAt } from '../../src/sampling/chain-state.ts';
import { type LocalFieldModel, plainSweeps } from '../../src/sampling/heat-bath.ts';
import { heatBathKernel } from '../../src/sampling/heat-bath-kernel.ts';
import { metropolis } from '../../src/sampling/metropolis.ts';
import type { ReversibleKernel } from '../../src/sampling/reversible-kernel.ts';
import type { Sampler } from '../../src/sampling/sampler.ts';
import { selfLearningSampler } from '../../src/sampling/self-learning.ts';
import { largestPull, runAndCompare } from './pulls.ts';
import { twoSites } from './systems.ts';

const RUN = { seed: 7, warmUp: 100, samples: 200_000 };
/** Leaves its weight invariant, but its reverse runs the other way. */
const FIXED_ORDER = { sweeps: 1, overrelaxation: 0, isReverse: false };
const SYSTEM = twoSites(20);
const { model } = SYSTEM;
const { temperature } = model.parameters;

function pullOf(sampler: Sampler): number {
  return largestPull(runAndCompare(sampler, SYSTEM, RUN).pulls);
}

/** E/T = 2 S_0·S_1 − 2 (S_0)_z. The field on one site makes the proposal depend on where it starts, even after both sites are drawn anew. */
const lopsided: LocalFieldModel = {
  energy: (spins) => 2 * temperature * (spins[0] * spins[3] + spins[1] * spins[4] + spins[2] * spins[5] - spins[2]),
  field(spins, site, out) {
    const other = 3 * (1 - site);
    for (let c = 0; c < 3; c++) out[c] = -2 * temperature * spins[other + c];
    if (site === 0) out[2] += 2 * temperature;
  },
};

describe('inner chain', () => {
  const reversible = heatBathKernel(lopsided, temperature, { sweeps: 1 });

  it('in either order with equal probability: exact', () => {
    expect(pullOf(selfLearningSampler(model, reversible))).toBeLessThan(4);
  });

  it('always in site order: caught, though it leaves W_eff invariant', () => {
    const logDensity = (spins: Float64Array) => -lopsided.energy(spins) / temperature;
    const inSiteOrder: ReversibleKernel = {
      ...reversible,
      advance(spins, random) {
        const logDensityBefore = logDensity(spins);
        plainSweeps(lopsided, temperature)(spins, random, FIXED_ORDER);
        return { logDensityBefore, logDensityAfter: logDensity(spins), proposed: 0, accepted: 0, evaluations: 1 };
      },
    };
    expect(pullOf(selfLearningSampler(model, inSiteOrder))).toBeGreaterThan(10);
  });

  it('with W_eff forgotten in the outer test: caught', () => {
    const forgetful: ReversibleKernel = {
      ...reversible,
      advance: (spins, random) => ({
        ...reversible.advance(spins, random),
        ...{ logDensityBefore: 0, logDensityAfter: 0 },
      }),
    };
    expect(pullOf(selfLearningSampler(model, forgetful))).toBeGreaterThan(20);
  });
});

describe('fresh directions', () => {
  it('uniform in the area: exact', () => {
    expect(pullOf(freshMoves(randomDirection))).toBeLessThan(4);
  });

  it('uniform in the polar angle, sin θ forgotten: caught', () => {
    expect(pullOf(freshMoves(uniformInAngle))).toBeGreaterThan(10);
  });
});

/** Metropolis with both spins drawn afresh. */
function freshMoves(draw: (random: RandomStream, out: Float64Array, offset: number) => void): Sampler {
  const proposal = new Float64Array(6);
  return {
    name: 'fresh',
    start: (spins) => startAt(model, spins),
    step(state, random) {
      for (let site = 0; site < 2; site++) draw(random, proposal, 3 * site);
      const logWeight = model.logWeight(proposal);
      const logRatio = logWeight - state.logWeight;
      const accepted = metropolis(logRatio, random);
      if (accepted) {
        state.spins.set(proposal);
        state.logWeight = logWeight;
      }
      const none = { exactEvaluations: 1, effectiveEvaluations: 0, innerProposed: 0, innerAccepted: 0 };
      return { ...none, proposed: 1, accepted: Number(accepted), logRatio };
    },
    settings: () => ({}),
    restore: () => {},
  };
}

function uniformInAngle(random: RandomStream, out: Float64Array, offset: number): void {
  const theta = Math.PI * random.nextUniform();
  const phi = 2 * Math.PI * random.nextUniform();
  out.set([Math.sin(theta) * Math.cos(phi), Math.sin(theta) * Math.sin(phi), Math.cos(theta)], offset);
}
