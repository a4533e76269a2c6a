/** Flows of the small systems: trained in a second or so, and spoilt ones. */
import { createFlow, type Flow } from '../../src/flow/flow.ts';
import { layersOfRound } from '../../src/flow/schedule.ts';
import { fillNormal } from '../../src/numeric/normal.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { trainFlow } from '../../src/training/flow/train-flow.ts';
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
const NOISE: Readonly<Record<number, number>> = { 2: 2.2, 4: 0.2 };
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
