/** Flows of the small systems: trained in a second or so, and spoilt ones. */
import { type FlowBase, learnedBase } from '../../src/flow/base.ts';
import type { FlowChoice } from '../../src/flow/choice.ts';
import { createFlow, type Flow } from '../../src/flow/flow.ts';
import { layersOfRound } from '../../src/flow/schedule.ts';
import type { Lattice } from '../../src/lattice/lattice.ts';
import { randomDirections } from '../../src/numeric/directions.ts';
import { fillNormal } from '../../src/numeric/normal.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { heatBathKernel } from '../../src/sampling/inner/heat-bath-kernel.ts';
import type { DrawBase } from '../../src/training/flow/descent.ts';
import { trainFlow } from '../../src/training/flow/train-flow.ts';
import { learnedModel, linearlyLearned } from './learned.ts';
import type { System } from './systems.ts';

const trained = new Map<string, Flow>();

/** A flow of one round of single sites. */
export function trainedFlow({ name, model }: System): Flow {
  const known = trained.get(name);
  if (known) return known;
  const { lattice } = model.parameters;
  const choice = { map: 'fisher', colours: 'sites', layers: layersOfRound(lattice, 'sites') } as const;
  const { flow } = trainFlow({ exact: model, choice, budget: 2000, seed: 1 });
  trained.set(name, flow);
  return flow;
}

/** Standard deviations of the noise in the parameters of spoilt flows, by number of sites and by temperature on 4 × 4: a third to a half of what they propose is still accepted. */
const NOISE: Readonly<Record<number, number>> = { 2: 1.7, 4: 0.15 };
const NOISE_AT: Readonly<Record<number, number>> = { 0.05: 0.06, 0.1: 0.09, 0.2: 0.13 };

/** The same with noise in all parameters: a deliberately bad flow, whose proposals are accepted now and then. */
export function spoiltFlow(system: System): Flow {
  const good = trainedFlow(system);
  const flow = createFlow(good.lattice, good.choice);
  const noise = NOISE[good.lattice.siteCount] ?? NOISE_AT[system.model.parameters.temperature];
  fillNormal(philoxStream(2, 0), flow.parameters);
  flow.parameters.forEach((normal, k) => {
    flow.parameters[k] = good.parameters[k] + noise * normal;
  });
  return flow;
}

/** Layers of single sites on more than four of them: a whole round takes its time, and exactness needs none. */
const FEW_LAYERS = 4;

function choiceOn({ siteCount }: Lattice): FlowChoice {
  const layers = siteCount <= 4 ? siteCount + 1 : FEW_LAYERS;
  return { layers, map: 'spline', colours: 'sites' };
}

/** A flow that was never trained: a deliberately bad one, with parameters that are normal with the standard deviation `scale`. */
export function randomFlow(lattice: Lattice, scale: number, base?: FlowBase): Flow {
  const flow = createFlow(lattice, choiceOn(lattice), base);
  fillNormal(philoxStream(3, 0), flow.parameters);
  for (let k = 0; k < flow.parameters.length; k++) flow.parameters[k] *= scale;
  return flow;
}

/** The base of the linear model that was learned on a system. */
export const linearBase = (system: System): FlowBase =>
  learnedBase(learnedModel(system, 'linear'), system.model.parameters.temperature);

const trainedOnBase = new Map<string, Flow>();

/** A flow on that base, trained in a second or so. */
export function transportingFlow(system: System): Flow {
  const known = trainedOnBase.get(system.name);
  if (known) return known;
  const { lattice, temperature } = system.model.parameters;
  const inner = heatBathKernel(linearlyLearned(system, 'linear'), temperature, { sweeps: 5 });
  const spins = randomDirections(philoxStream(1, 1), lattice.siteCount);
  const draw: DrawBase = (random) => {
    inner.advance(spins, random);
    return spins.slice();
  };
  const base = { density: linearBase(system), draw };
  const { flow } = trainFlow({ exact: system.model, choice: choiceOn(lattice), budget: 1000, seed: 1, base });
  trainedOnBase.set(system.name, flow);
  return flow;
}

/** Standard deviations of the parameters of bad flows on the base, by number of sites and by temperature on 4 × 4. */
const SIZE: Readonly<Record<number, number>> = { 2: 0.5, 4: 0.3 };
const SIZE_AT: Readonly<Record<number, number>> = { 0.05: 0.12, 0.1: 0.15, 0.2: 0.15 };

/** A flow that takes the spins of the linear model away from where the weight is large: a third to a half of what it proposes is still accepted. */
export const misleadingFlow = (system: System): Flow => {
  const { lattice, temperature } = system.model.parameters;
  return randomFlow(lattice, SIZE[lattice.siteCount] ?? SIZE_AT[temperature], linearBase(system));
};
