/** The data that all models of a comparison learn from: samples of a chain of the exact weight, no model involved. */
import type { SpinFermionModel } from '../../src/exact/model.ts';
import { randomDirections } from '../../src/numeric/directions.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { hmcSampler } from '../../src/sampling/samplers/hmc.ts';
import type { TrainingSample } from '../../src/training/fit/data-set.ts';
import { exactSample } from '../../src/training/loop/generation.ts';

const WARM_UP = 300;
/** Trajectories between two samples; τ of the order parameter is about two at 6 × 6, T = 0.05. */
const APART = 4;

/** The first `count` nearly independent samples of a chain of the exact weight, with forces. */
export function commonData(exact: SpinFermionModel, count: number, seed: number): TrainingSample[] {
  const sampler = hmcSampler(exact);
  const random = philoxStream(seed, 1);
  const start = randomDirections(random, exact.parameters.lattice.siteCount);
  const state = sampler.start(start);
  for (let k = 0; k < WARM_UP; k++) {
    sampler.step(state, random);
    sampler.adapt?.();
  }
  return Array.from({ length: count }, () => {
    for (let k = 0; k < APART; k++) sampler.step(state, random);
    return exactSample(exact, state.spins.slice());
  });
}
