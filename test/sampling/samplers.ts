/** Every sampler, on any of the small systems. */
import type { EffectiveModel } from '../../src/effective/model.ts';
import { annealing } from '../../src/sampling/annealing/annealing.ts';
import type { AnnealedPlan } from '../../src/sampling/annealing/schedule.ts';
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
import { misleadingFlow, spoiltFlow, trainedFlow, transportingFlow } from './flows.ts';
import { hasNodalModel, type LearnedKind, learnedModel, linearlyLearned } from './learned.ts';
import { badFieldModel, badModel, type TestModel } from './models.ts';
import type { System } from './systems.ts';

export const SAMPLERS: Readonly<Record<string, (system: System) => Sampler>> = {
  local: ({ model }) => localSampler(model),
  'hybrid Monte Carlo': ({ model }) => hmcSampler(model),
  'self-learning, linear model, heat bath': (system) => selfLearningSampler(system.model, linearHeatBath(system)),
  'self-learning, linear model, blocks': (system) => selfLearningSampler(system.model, onBlocks(system)),
  'self-learning, linear model, HMC': (system) => selfLearningSampler(system.model, trajectories(system, 'linear')),
  'self-learning, transformer': (system) => selfLearningSampler(system.model, trajectories(system, 'transformer')),
  'self-learning, nodal': (system) => selfLearningSampler(system.model, nodalKernel(system)),
  'self-learning, bad model': (system) => selfLearningSampler(system.model, badKernel(system)),
  'self-learning, bad model, blocks': (system) => selfLearningSampler(system.model, badlyOnBlocks(system)),
  'delayed acceptance': (system) =>
    delayedAcceptanceSampler(system.model, linearlyLearned(system, 'linear'), roughHeatBath(system)),
  'delayed acceptance, several screened proposals': (system) =>
    delayedAcceptanceSampler(system.model, linearlyLearned(system, 'linear'), roughHeatBath(system), 3),
  reweighting: (system) => reweightingSampler(system.model, linearHeatBath(system)),
  'annealed, linear model': (system) => annealedSampler(system.model, linearAnnealing(system)),
  'annealed, transformer': (system) => annealedSampler(system.model, transformerAnnealing(system)),
  'annealed, bad model': (system) => annealedSampler(system.model, badAnnealing(system)),
  flow: (system) => flowSampler(system.model, trainedFlow(system)),
  'flow, bad': (system) => flowSampler(system.model, spoiltFlow(system)),
  'flow, reweighting': (system) => reweightingSampler(system.model, flowKernel(trainedFlow(system))),
  'flow, reweighting, bad': (system) => reweightingSampler(system.model, flowKernel(spoiltFlow(system))),
  'self-learning and flow': (system) =>
    selfLearningSampler(system.model, transportedKernel(linearHeatBath(system), transportingFlow(system))),
  'self-learning and flow, bad': (system) =>
    selfLearningSampler(system.model, transportedKernel(linearHeatBath(system), misleadingFlow(system))),
  'reweighting and flow': (system) =>
    reweightingSampler(system.model, transportedKernel(linearHeatBath(system), transportingFlow(system))),
  'reweighting and flow, bad': (system) =>
    reweightingSampler(system.model, transportedKernel(linearHeatBath(system), misleadingFlow(system))),
  'annealed and flow': (system) =>
    annealedSampler(system.model, transportedAnnealing(linearAnnealing(system), transportingFlow(system))),
  'annealed and flow, bad': (system) =>
    annealedSampler(system.model, transportedAnnealing(linearAnnealing(system), misleadingFlow(system))),
};

/** Why a sampler cannot be made on a system; undefined where it can. */
export function missingBecause(name: string, system: System): string | undefined {
  if (name.includes('nodal') && !hasNodalModel(system))
    return 'open boundaries: no momenta, hence none at the Fermi energy';
  return undefined;
}

function linearHeatBath(system: System) {
  return heatBathKernel(linearlyLearned(system, 'linear'), temperature(system), { sweeps: 2 });
}

/** Most of the lattice: what is left alone must come to the others by and by. */
const drawMost = ({ model }: System) =>
  randomBlock(model.parameters.lattice, model.parameters.lattice.siteCount > 4 ? 3 : 1);

function onBlocks(system: System) {
  const model = linearlyLearned(system, 'linear');
  return heatBathKernel(model, temperature(system), { sweeps: 2, drawSites: drawMost(system) });
}

/** Weaker on more sites, in small blocks and single spins, since larger proposals would all be rejected. */
function badlyOnBlocks(system: System) {
  const { lattice } = system.model.parameters;
  const T = temperature(system);
  const model = badFieldModel(lattice, T * Math.max(0.25, 2 / lattice.siteCount), 3);
  const side = lattice.siteCount > 4 && T > 0.05 ? 2 : 1;
  return heatBathKernel(model, T, { sweeps: 1, drawSites: randomBlock(lattice, side) });
}

function trajectories(system: System, kind: LearnedKind) {
  return effectiveHmc(learnedModel(system, kind), temperature(system), { trajectories: 2, steps: 6 });
}

/** Trajectories of 16 sites take a millisecond; what a linear model proposes is an inner chain of the nodal one as well. */
function nodalKernel(system: System) {
  if (system.model.parameters.lattice.siteCount <= 4) return trajectories(system, 'nodal');
  return screenedKernel(learnedModel(system, 'nodal'), temperature(system), linearHeatBath(system));
}

function roughHeatBath(system: System) {
  return heatBathKernel(linearlyLearned(system, 'rough'), temperature(system), { sweeps: 1 });
}

/** Inner acceptance of single steps on 4 × 4, by temperature. */
const SINGLE_STEPS: Readonly<Record<number, number>> = { 0.05: 0.98, 0.1: 0.95 };

/** Steps as long as leave some acceptance, since short ones hide how bad a model is. */
function badKernel(system: System) {
  const { lattice } = system.model.parameters;
  const T = temperature(system);
  const strength = T * (lattice.siteCount > 4 ? 0.5 : 0.8);
  const single = lattice.siteCount > 4 ? SINGLE_STEPS[T] : undefined;
  const lengths = single ? { steps: 1, targetAcceptance: single } : { steps: 5, targetAcceptance: 0.7 };
  return effectiveHmc(badModel(lattice, strength, 3), T, { trajectories: 1, ...lengths });
}

/** Levels by number of sites, which leave a half of the samples or more at the lowest temperature. */
const LEVELS: Readonly<Record<number, number>> = { 2: 10, 4: 10, 16: 30 };
const BEND = 10;

const levelsOf = ({ model }: System): Pick<AnnealedPlan, 'kind' | 'levels' | 'bend'> => ({
  kind: 'annealing',
  levels: LEVELS[model.parameters.lattice.siteCount],
  bend: BEND,
});

export function linearAnnealing(system: System) {
  const moves = { kind: 'heat-bath', sweeps: 1, overrelaxation: 0 } as const;
  return annealing({ effective: learnedModel(system, 'linear') }, temperature(system), { ...levelsOf(system), moves });
}

const TRAJECTORY = { kind: 'hmc', trajectories: 1, steps: 4, stepSize: 0.4 } as const;

function transformerAnnealing(system: System) {
  // At the lowest temperature the spins order at the end of the ladder only.
  const isCold = system.model.parameters.lattice.siteCount > 4 && temperature(system) < 0.1;
  const ladder = isCold ? { levels: 20, bend: -0.4 } : { levels: 10 };
  const plan = { ...levelsOf(system), ...ladder, moves: TRAJECTORY };
  return annealing({ effective: learnedModel(system, 'transformer') }, temperature(system), plan);
}

/** A model that has nothing to do with the weight, annealed as if it had. On more sites weaker, and beside a part of a good one: spins as good as at random would all weigh nothing. */
function badAnnealing(system: System) {
  const { lattice } = system.model.parameters;
  const few = lattice.siteCount <= 4;
  const isCold = temperature(system) < 0.1;
  const bad = badModel(lattice, temperature(system) * (few ? 0.8 : isCold ? 0.15 : 0.2), 3);
  const effective = (few ? bad : beside(learnedModel(system, 'linear'), isCold ? 0.75 : 0.5, bad)) as EffectiveModel;
  return annealing({ effective }, temperature(system), {
    ...levelsOf(system),
    levels: few ? 5 : 10,
    moves: TRAJECTORY,
  });
}

/** E = share E_good + E_bad. */
function beside(good: EffectiveModel, share: number, bad: TestModel): TestModel {
  const force = new Float64Array(3 * good.lattice.siteCount);
  return {
    lattice: good.lattice,
    energy: (spins) => share * good.energy(spins) + bad.energy(spins),
    energyAndForce(spins, out) {
      const energy = share * good.energyAndForce(spins, force) + bad.energyAndForce(spins, out);
      for (let c = 0; c < force.length; c++) out[c] += share * force[c];
      return energy;
    },
  };
}

function temperature({ model }: System): number {
  return model.parameters.temperature;
}
