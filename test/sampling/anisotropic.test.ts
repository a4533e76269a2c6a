/** Every sampler on spins with anisotropies and with disorder, against quadrature: within 4 sigma, with fixed seeds, with good learned models and with deliberately bad ones. */
import { describe, expect, it } from 'vitest';
import { createEffectiveModel } from '../../src/effective/create.ts';
import type { LinearModel } from '../../src/effective/linear.ts';
import type { EffectiveChoice, EffectiveModel } from '../../src/effective/model.ts';
import { fillNormal } from '../../src/numeric/normal.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { effectiveHmc } from '../../src/sampling/inner/effective-hmc.ts';
import type { LocalFieldModel } from '../../src/sampling/inner/heat-bath.ts';
import { heatBathKernel } from '../../src/sampling/inner/heat-bath-kernel.ts';
import { randomBlock } from '../../src/sampling/inner/random-block.ts';
import { screenedKernel } from '../../src/sampling/inner/screened.ts';
import type { Sampler } from '../../src/sampling/interfaces/sampler.ts';
import { delayedAcceptanceSampler } from '../../src/sampling/samplers/delayed-acceptance.ts';
import { hmcSampler } from '../../src/sampling/samplers/hmc.ts';
import { localSampler } from '../../src/sampling/samplers/local.ts';
import { reweightingSampler } from '../../src/sampling/samplers/reweighting.ts';
import { selfLearningSampler } from '../../src/sampling/samplers/self-learning.ts';
import { ALIKE, ANISOTROPIC, MEANS, MISSING, PAIR, quadrature, TRIANGLE, VACANCY } from './anisotropic-systems.ts';
import { badFieldModel, badModel } from './models.ts';
import { largestPull, runAndCompare } from './pulls.ts';
import type { System } from './systems.ts';

/** Weights that nothing was learned for, of a size that leaves proposals some acceptance. */
function learned({ model }: System, choice: EffectiveChoice): EffectiveModel {
  const effective = createEffectiveModel(model.parameters, choice);
  fillNormal(philoxStream(3, 0), effective.parameters);
  for (let k = 0; k < effective.parameters.length; k++) effective.parameters[k] *= 0.1;
  return effective;
}
const linear = (system: System) => learned(system, { kind: 'linear' }) as LinearModel;
const temperatureOf = ({ model }: System): number => model.parameters.temperature;

const SAMPLERS: Readonly<Record<string, (system: System) => Sampler>> = {
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

it('the averages are those of the quadrature', () => {
  const two = { pair: PAIR, alike: ALIKE, missing: MISSING };
  for (const [name, lattice] of Object.entries(two))
    for (const [k, mean] of quadrature(lattice, 16, 24).entries())
      expect(mean).toBeCloseTo(MEANS[name as keyof typeof two][k], 8);
  const three = { triangle: TRIANGLE, vacancy: VACANCY };
  for (const [name, lattice] of Object.entries(three))
    for (const [k, mean] of quadrature(lattice, 8, 12).entries())
      expect(mean).toBeCloseTo(MEANS[name as keyof typeof three][k], 5);
});

/** Thousands of samples where single spins move, or not all of them. */
const THOUSANDS: Readonly<Record<string, number>> = { local: 50, 'heat bath with overrelaxation, blocks': 60 };

describe.each(ANISOTROPIC)('$name', (system) => {
  it.each(Object.keys(SAMPLERS))('%s', (name) => {
    const samples = 1000 * (THOUSANDS[name] ?? 30);
    const { pulls } = runAndCompare(SAMPLERS[name](system), system, { seed: 11, warmUp: 300, samples });
    expect(largestPull(pulls), JSON.stringify(pulls)).toBeLessThan(4);
    const largestError = Math.max(...pulls.map(({ error }) => error));
    expect(largestError, JSON.stringify(pulls)).toBeLessThan(name.includes('bad') ? 0.015 : 0.006);
  });
});

it('a heat bath that forgets what is not linear in a spin is found out', () => {
  const [system] = ANISOTROPIC;
  const { quadratic: _, ...forgetful } = linear(system) as LinearModel & LocalFieldModel;
  const kernel = heatBathKernel(forgetful, temperatureOf(system), { sweeps: 1 }, 'typescript');
  const sampler = selfLearningSampler(system.model, kernel);
  const { pulls } = runAndCompare(sampler, system, { seed: 11, warmUp: 300, samples: 30000 });
  expect(largestPull(pulls)).toBeGreaterThan(8);
});
