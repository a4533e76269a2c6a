/** Every sampler, good learned models and deliberately bad ones, on systems for which nothing was learned. */
import { createEffectiveModel } from '../../src/effective/create.ts';
import type { LinearModel } from '../../src/effective/linear.ts';
import type { EffectiveChoice, EffectiveModel } from '../../src/effective/model.ts';
import { type FlowBase, learnedBase } from '../../src/flow/base.ts';
import { spinCount } from '../../src/lattice/disorder/occupation.ts';
import { fillNormal } from '../../src/numeric/normal.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { annealing } from '../../src/sampling/annealing/annealing.ts';
import { transportedAnnealing } from '../../src/sampling/annealing/transported-annealing.ts';
import { effectiveHmc } from '../../src/sampling/inner/effective-hmc.ts';
import { flowKernel } from '../../src/sampling/inner/flow-kernel.ts';
import { heatBathKernel } from '../../src/sampling/inner/heat-bath-kernel.ts';
import { randomBlock } from '../../src/sampling/inner/random-block.ts';
import { screenedKernel } from '../../src/sampling/inner/screened.ts';
import { transportedKernel } from '../../src/sampling/inner/transported-kernel.ts';
import type { Sampler } from '../../src/sampling/interfaces/sampler.ts';
import { annealedSampler } from '../../src/sampling/samplers/annealed.ts';
import { delayedAcceptanceSampler } from '../../src/sampling/samplers/delayed-acceptance.ts';
import { flowSampler } from '../../src/sampling/samplers/flow.ts';
import { hmcSampler } from '../../src/sampling/samplers/hmc.ts';
import { localSampler } from '../../src/sampling/samplers/local.ts';
import { reweightingSampler } from '../../src/sampling/samplers/reweighting.ts';
import { selfLearningSampler } from '../../src/sampling/samplers/self-learning.ts';
import { randomFlow } from './flows.ts';
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

function annealingOf(system: System) {
  const moves = { kind: 'heat-bath', sweeps: 1, overrelaxation: 0 } as const;
  const plan = { kind: 'annealing', levels: 5, bend: 1, moves } as const;
  return annealing({ effective: linear(system) }, temperatureOf(system), plan);
}

/** A flow that was never trained, of a size that leaves its proposals some acceptance. */
const badFlow = ({ model }: System, base?: FlowBase) => randomFlow(model.parameters.lattice, 0.2, base);
const learnedOf = (system: System) => learnedBase(linear(system), temperatureOf(system));

const transportedHeatBath = (system: System) =>
  transportedKernel(
    heatBathKernel(linear(system), temperatureOf(system), { sweeps: 2 }),
    badFlow(system, learnedOf(system)),
  );

/** Whether a sampler can be made on a system: flows need a spin on every site. */
export const isPossible = (name: string, { model: { parameters } }: System): boolean =>
  !name.includes('flow') || spinCount(parameters.lattice) === parameters.lattice.siteCount;

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
  annealed: (system) => annealedSampler(system.model, annealingOf(system)),
  'a bad flow': (system) => flowSampler(system.model, badFlow(system)),
  'reweighting by a bad flow': (system) => reweightingSampler(system.model, flowKernel(badFlow(system))),
  'heat bath and a bad flow': (system) => selfLearningSampler(system.model, transportedHeatBath(system)),
  'reweighting and a bad flow': (system) => reweightingSampler(system.model, transportedHeatBath(system)),
  'annealed and a bad flow': (system) =>
    annealedSampler(system.model, transportedAnnealing(annealingOf(system), badFlow(system, learnedOf(system)))),
  'trajectories of a bad model': (system) => {
    const bad = badModel(system.model.parameters.lattice, 0.8 * temperatureOf(system), 3);
    return selfLearningSampler(system.model, effectiveHmc(bad, temperatureOf(system), { trajectories: 1 }));
  },
  'heat bath of a bad model': (system) => {
    const bad = badFieldModel(system.model.parameters.lattice, 0.8 * temperatureOf(system), 3);
    return selfLearningSampler(system.model, heatBathKernel(bad, temperatureOf(system), { sweeps: 1 }));
  },
};
