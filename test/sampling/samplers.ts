/** Every sampler, on any of the small systems. */
import { delayedAcceptanceSampler } from '../../src/sampling/delayed-acceptance.ts';
import { effectiveHmc } from '../../src/sampling/effective-hmc.ts';
import { heatBathKernel } from '../../src/sampling/heat-bath-kernel.ts';
import { hmcSampler } from '../../src/sampling/hmc.ts';
import { localSampler } from '../../src/sampling/local.ts';
import { reweightingSampler } from '../../src/sampling/reweighting.ts';
import type { Sampler } from '../../src/sampling/sampler.ts';
import { selfLearningSampler } from '../../src/sampling/self-learning.ts';
import { badModel, linearModel } from './models.ts';
import type { System } from './systems.ts';

/**
 * J_s of linear models by number of sites: least squares of F over 4000 sweeps of a local chain, two sites at β = 20, 2 × 2 at β = 5,
 * 4 × 4 at T = 0.1. For other temperatures they are merely somewhat worse.
 */
const FITTED: Readonly<Record<number, readonly number[]>> = {
  2: [-0.1065],
  4: [-0.004316, 0.02504],
  16: [-0.008049, 0.01054, 0.005296, -0.001085, 0.0161],
};
/** Rougher models that leave something to screen. */
const ROUGH: Readonly<Record<number, readonly number[]>> = { 2: [-0.05], 4: [-0.03], 16: [-0.015, 0.005] };

export const SAMPLERS: Readonly<Record<string, (system: System) => Sampler>> = {
  local: ({ model }) => localSampler(model),
  'hybrid Monte Carlo': ({ model }) => hmcSampler(model),
  'self-learning, linear model, heat bath': (system) => selfLearningSampler(system.model, linearHeatBath(system)),
  'self-learning, linear model, HMC': (system) =>
    selfLearningSampler(system.model, effectiveHmc(linear(system), temperature(system), { trajectories: 2, steps: 6 })),
  'self-learning, bad model': (system) => selfLearningSampler(system.model, badKernel(system)),
  'delayed acceptance': (system) => delayedAcceptanceSampler(system.model, linear(system), roughHeatBath(system)),
  'delayed acceptance, several screened proposals': (system) =>
    delayedAcceptanceSampler(system.model, linear(system), roughHeatBath(system), 3),
  reweighting: (system) => reweightingSampler(system.model, linearHeatBath(system)),
};

function temperature({ model }: System): number {
  return model.parameters.temperature;
}

function linear({ model }: System) {
  const { lattice } = model.parameters;
  return linearModel(lattice, FITTED[lattice.siteCount]);
}

function linearHeatBath(system: System) {
  return heatBathKernel(linear(system), temperature(system), { sweeps: 2 });
}

function roughHeatBath(system: System) {
  const { lattice } = system.model.parameters;
  const rough = linearModel(lattice, ROUGH[lattice.siteCount]);
  return heatBathKernel(rough, temperature(system), { sweeps: 1 });
}

/** Strong enough to spoil most proposals, weak enough to leave some; long steps, since short ones hide how bad a model is. */
function badKernel(system: System) {
  const { lattice } = system.model.parameters;
  const bad = badModel(lattice, temperature(system) * (lattice.siteCount > 4 ? 0.5 : 0.8), 3);
  return effectiveHmc(bad, temperature(system), { trajectories: 1, steps: 5, targetAcceptance: 0.7 });
}
