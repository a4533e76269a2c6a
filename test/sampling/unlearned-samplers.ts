/** Every sampler, good learned models and deliberately bad ones, on systems for which nothing was learned. */
import { createEffectiveModel } from '../../src/effective/create.ts';
import type { LinearModel } from '../../src/effective/linear.ts';
import type { EffectiveChoice, EffectiveModel } from '../../src/effective/model.ts';
import { fillNormal } from '../../src/numeric/normal.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { effectiveHmc } from '../../src/sampling/inner/effective-hmc.ts';
import { heatBathKernel } from '../../src/sampling/inner/heat-bath-kernel.ts';
import { randomBlock } from '../../src/sampling/inner/random-block.ts';
import { screenedKernel } from '../../src/sampling/inner/screened.ts';
import type { Sampler } from '../../src/sampling/interfaces/sampler.ts';
import { delayedAcceptanceSampler } from '../../src/sampling/samplers/delayed-acceptance.ts';
import { hmcSampler } from '../../src/sampling/samplers/hmc.ts';
import { localSampler } from '../../src/sampling/samplers/local.ts';
import { reweightingSampler } from '../../src/sampling/samplers/reweighting.ts';
import { selfLearningSampler } from '../../src/sampling/samplers/self-learning.ts';
import { badFieldModel, badModel } from './models.ts';
import type { System } from './systems.ts';

/** Weights that nothing was learned for, of a size that leaves proposals some acceptance. */
function learned({ model }: System, choice: EffectiveChoice): EffectiveModel {
  const effective = createEffectiveModel(model.parameters, choice);
  fillNormal(philoxStream(3, 0), effective.parameters);
  for (let k = 0; k < effective.parameters.length; k++) effective.parameters[k] *= 0.1;
  return effective;
}
export const linear = (system: System) => learned(system, { kind: 'linear' }) as LinearModel;
export const temperatureOf = ({ model }: System): number => model.parameters.temperature;

export const UNLEARNED: Readonly<Record<string, (system: System) => Sampler>> = {
  local: ({ model }) => localSampler(model),
  'hybrid Monte Carlo': ({ model }) => hmcSampler(model),
  'heat bath': (system) =>
    selfLearningSampler(system.model, heatBathKernel(linear(system), temperatureOf(system), { sweeps: 2 })),
  'heat bath of its twin': (system) =>
    selfLearningSampler(system.model, heatBathKernel(linear(system), temperatureOf(system), {}, 'typescript')),
  'heat bath with overrelaxation, blocks': (system) => {
    const drawSites = randomBlock(system.model.parameters.lattice, system.model.parameters.lattice.siteCount - 1);
    const kernel = heatBathKernel(linear(system), temperatureOf(system), { sweeps: 2, overrelaxation: 2, drawSites });
    return selfLearningSampler(system.model, kernel);
  },
  'trajectories of a linear model': (system) =>
    selfLearningSampler(system.model, effectiveHmc(linear(system), temperatureOf(system))),
  'trajectories of a transformer': (system) => {
    const transformer = learned(system, { kind: 'transformer', blocks: 1 });
    return selfLearningSampler(system.model, effectiveHmc(transformer, temperatureOf(system)));
  },
  'delayed acceptance': (system) => {
    const transformer = learned(system, { kind: 'transformer', blocks: 1 });
    const cheap = heatBathKernel(linear(system), temperatureOf(system), { sweeps: 1 });
    return delayedAcceptanceSampler(system.model, transformer, cheap);
  },
  screened: (system) => {
    const transformer = learned(system, { kind: 'transformer', blocks: 1 });
    const cheap = heatBathKernel(linear(system), temperatureOf(system), { sweeps: 1 });
    return selfLearningSampler(system.model, screenedKernel(transformer, temperatureOf(system), cheap, 2));
  },
  reweighting: (system) =>
    reweightingSampler(system.model, heatBathKernel(linear(system), temperatureOf(system), { sweeps: 2 })),
  'trajectories of a bad model': (system) => {
    const bad = badModel(system.model.parameters.lattice, 0.8 * temperatureOf(system), 3);
    return selfLearningSampler(system.model, effectiveHmc(bad, temperatureOf(system), { trajectories: 1 }));
  },
  'heat bath of a bad model': (system) => {
    const bad = badFieldModel(system.model.parameters.lattice, 0.8 * temperatureOf(system), 3);
    return selfLearningSampler(system.model, heatBathKernel(bad, temperatureOf(system), { sweeps: 1 }));
  },
};
