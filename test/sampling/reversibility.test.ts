/**
 * In equilibrium a reversible chain looks the same forwards and backwards: ⟨S_0(t)·S_1(t+1)⟩ = ⟨S_1(t)·S_0(t+1)⟩. Two sites are enough to tell them apart:
 * a sweep that always ends with site 1 leaves the newer spin there.
 */
import { describe, expect, it } from 'vitest';
import { learnedBase } from '../../src/flow/base.ts';
import { philoxStream, type RandomStream } from '../../src/numeric/philox.ts';
import { effectiveHmc } from '../../src/sampling/inner/effective-hmc.ts';
import { plainSweeps } from '../../src/sampling/inner/heat-bath.ts';
import { heatBathKernel } from '../../src/sampling/inner/heat-bath-kernel.ts';
import { randomBlock } from '../../src/sampling/inner/random-block.ts';
import { screenedKernel } from '../../src/sampling/inner/screened.ts';
import { transportedKernel } from '../../src/sampling/inner/transported-kernel.ts';
import type { ReversibleKernel } from '../../src/sampling/interfaces/reversible-kernel.ts';
import type { Sampler } from '../../src/sampling/interfaces/sampler.ts';
import { flowSampler } from '../../src/sampling/samplers/flow.ts';
import { hmcSampler } from '../../src/sampling/samplers/hmc.ts';
import { localSampler } from '../../src/sampling/samplers/local.ts';
import { gammaAnalysis } from '../../src/statistics/gamma.ts';
import { randomFlow, spoiltFlow } from './flows.ts';
import { linearModel } from './models.ts';
import { twoSites } from './systems.ts';

const STEPS = 40_000;
const { model } = twoSites(20);
const { lattice, temperature } = model.parameters;
const FIXED_ORDER = { temperature, sites: Int32Array.of(0, 1), sweeps: 1, overrelaxation: 0, isReverse: false };
const strong = linearModel(lattice, [-0.15]);
const weak = linearModel(lattice, [-0.05]);
const oneSweep = heatBathKernel(weak, temperature, { sweeps: 1 });

type Move = (spins: Float64Array, random: RandomStream) => void;

/** Mean of S_0(t)·S_1(t+1) − S_1(t)·S_0(t+1) in standard deviations. */
function asymmetry(move: Move, spins: Float64Array): number {
  const random = philoxStream(5, 2);
  const before = new Float64Array(6);
  const series = new Float64Array(STEPS);
  for (let step = -100; step < STEPS; step++) {
    before.set(spins);
    move(spins, random);
    let difference = 0;
    for (let c = 0; c < 3; c++) difference += before[c] * spins[3 + c] - before[3 + c] * spins[c];
    if (step >= 0) series[step] = difference;
  }
  const { mean, error } = gammaAnalysis([series]);
  expect(error).toBeLessThan(0.01);
  return Math.abs(mean / error);
}

const start = Float64Array.of(0, 0, 1, 0, 1, 0);

function ofSampler(sampler: Sampler): number {
  const state = sampler.start(start);
  return asymmetry((_, random) => sampler.step(state, random), state.spins);
}

function ofKernel(kernel: ReversibleKernel): number {
  return asymmetry((spins, random) => kernel.advance(spins, random), start.slice());
}

describe('reversible', () => {
  it('local', () => expect(ofSampler(localSampler(model))).toBeLessThan(4));
  it('hybrid Monte Carlo', () => expect(ofSampler(hmcSampler(model))).toBeLessThan(4));
  it('HMC on an effective energy', () => {
    expect(ofKernel(effectiveHmc(strong, temperature, { trajectories: 1, steps: 3 }))).toBeLessThan(4);
  });
  it('one heat-bath sweep', () => expect(ofKernel(oneSweep)).toBeLessThan(4));
  it('heat bath with overrelaxation', () => {
    expect(ofKernel(heatBathKernel(strong, temperature, { sweeps: 2, overrelaxation: 2 }))).toBeLessThan(4);
  });
  it('heat bath on one of the sites, drawn for every advance', () => {
    expect(ofKernel(heatBathKernel(strong, temperature, { drawSites: randomBlock(lattice, 1) }))).toBeLessThan(4);
  });
  it('a flow', () => expect(ofSampler(flowSampler(model, spoiltFlow(twoSites(20))))).toBeLessThan(4));
  it('a flow after an inner chain', () => {
    const flow = randomFlow(lattice, 0.5, learnedBase(weak, temperature));
    expect(ofKernel(transportedKernel(oneSweep, flow))).toBeLessThan(4);
  });
  it('screened', () => expect(ofKernel(screenedKernel(strong, temperature, oneSweep))).toBeLessThan(4));
  it('several screened proposals', () => {
    expect(ofKernel(screenedKernel(strong, temperature, oneSweep, 3))).toBeLessThan(4);
  });
});

it('a sweep in site order is not', () => {
  const sweep: Move = (spins, random) => plainSweeps(strong)(spins, random, FIXED_ORDER);
  expect(asymmetry(sweep, start.slice())).toBeGreaterThan(20);
});
