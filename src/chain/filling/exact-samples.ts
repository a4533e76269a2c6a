/** Samples of the exact weight, by hybrid Monte Carlo. */
import type { SpinFermionModel } from '../../exact/model.ts';
import { hmcSampler } from '../../sampling/samplers/hmc.ts';
import { type PilotSamples, type PilotTask, spinPartOf, streamOf } from './pilot.ts';

/** The samples of the weight of a model. Its log weight may be rough: that of every sample is kept as the chain had it. */
export function exactSamples(task: PilotTask, model: SpinFermionModel, onStep: () => void): PilotSamples {
  const { from, warmUp, samples, every } = task;
  const random = streamOf(task);
  const sampler = hmcSampler(model);
  if (from.settings) sampler.restore(from.settings);
  const state = sampler.start(from.spins);
  let exactEvaluations = 1;
  const step = () => {
    exactEvaluations += sampler.step(state, random).exactEvaluations;
    onStep();
  };
  for (let k = 0; k < warmUp; k++) {
    step();
    sampler.adapt?.();
  }
  const size = (2 * state.spins.length) / 3;
  const levels = new Float64Array(samples * size);
  const logWeights = new Float64Array(samples);
  const spins = new Float64Array(samples * state.spins.length);
  const spinPart = spinPartOf(model);
  for (let sample = 0; sample < samples; sample++) {
    for (let k = 0; k < every; k++) step();
    levels.set(model.spectrum(state.spins), sample * size);
    logWeights[sample] = state.logWeight - spinPart(state.spins);
    spins.set(state.spins, sample * state.spins.length);
    exactEvaluations++;
  }
  const to = { spins: state.spins, position: random.position, settings: sampler.settings() };
  return { levels, logWeights, spins, controls: new Float64Array(0), to, exactEvaluations };
}
