/** Two-site samplers with the mistakes that break exactness silently, made on purpose: what checks exactness has to find them. */
import type { EffectiveModel } from '../../src/effective/model.ts';
import { randomDirection } from '../../src/numeric/directions.ts';
import type { RandomStream } from '../../src/numeric/philox.ts';
import { annealing } from '../../src/sampling/annealing/annealing.ts';
import { flowKernel } from '../../src/sampling/inner/flow-kernel.ts';
import { type LocalFieldModel, plainSweeps } from '../../src/sampling/inner/heat-bath.ts';
import { heatBathKernel } from '../../src/sampling/inner/heat-bath-kernel.ts';
import type { ReversibleKernel } from '../../src/sampling/interfaces/reversible-kernel.ts';
import type { Sampler } from '../../src/sampling/interfaces/sampler.ts';
import { annealedSampler } from '../../src/sampling/samplers/annealed.ts';
import { hmcSampler } from '../../src/sampling/samplers/hmc.ts';
import { selfLearningSampler } from '../../src/sampling/samplers/self-learning.ts';
import { trainedFlow } from './flows.ts';
import { alongTangents, freshMoves, LONG_STEPS, normalNumber, perturbingMoves, uniformInAngle } from './moves.ts';
import { type System, twoSites } from './systems.ts';

export const BROKEN: Readonly<Record<string, (system: System) => Sampler>> = {
  'inner chain always in site order': (system) => selfLearningSampler(system.model, inSiteOrder(system)),
  'block where the spins point up': (system) =>
    selfLearningSampler(
      system.model,
      onBlock(system, (spins) => Number(spins[5] > spins[2])),
    ),
  'W_eff forgotten in the outer test': (system) => selfLearningSampler(system.model, forgetful(system)),
  'directions uniform in the polar angle': (system) => freshMoves(system, uniformInAngle),
  'trained on the running chain': (system) => trainedOnTheWay(system, Infinity),
  'trajectories along tangents': alongTangents,
  'annealed weights without the last step': (system) => annealed(system, false),
  'Jacobian of the flow forgotten': (system) => selfLearningSampler(system.model, withoutJacobian(system)),
  'flow of directions uniform in the polar angle': (system) =>
    selfLearningSampler(system.model, flowFrom(system, uniformInAngle)),
  'box-shaped steps': (system) => perturbingMoves(system, (random) => 3 * random.nextUniform() - 1.5),
};

/** The same without the mistakes. */
export const MENDED: Readonly<Record<string, (system: System) => Sampler>> = {
  'inner chain in either order': (system) => selfLearningSampler(system.model, inEitherOrder(system)),
  'block anywhere': (system) =>
    selfLearningSampler(
      system.model,
      onBlock(system, (_, random) => Number(random.nextUniform() < 0.5)),
    ),
  'directions uniform in the area': (system) => freshMoves(system, randomDirection),
  'trained in warm-up': (system) => trainedOnTheWay(system, WARM_UP),
  'trajectories along great circles': (system) => hmcSampler(system.model, LONG_STEPS),
  'annealed weights with all steps': (system) => annealed(system, true),
  'Jacobian of the flow': (system) => selfLearningSampler(system.model, flowFrom(system, randomDirection)),
  'normal steps': (system) => perturbingMoves(system, normalNumber),
};

/** The system where the mistakes show: two sites at β = 20 with ⟨Σ_c S_c⁴⟩ = 3/5, that of a spin which points anywhere, besides their correlation. */
export function trapSystem(): System {
  const system = twoSites(20);
  const fourths = (spins: Float64Array) => spins.subarray(0, 3).reduce((sum, value) => sum + value ** 4, 0);
  return {
    ...system,
    known: [...system.known, { name: 'Σ_c S_c⁴', mean: 0.6, error: 0 }],
    measure: (state) => [...system.measure(state), fourths(state.spins)],
  };
}

/** Steps before anything is measured. */
export const WARM_UP = 500;

/** E/T = 2 S_0·S_1 − 2 (S_0)_z. The field on one site makes the proposal depend on where it starts, even after both sites are drawn anew. */
function lopsidedModel({ model }: System): LocalFieldModel {
  const strength = 2 * model.parameters.temperature;
  return {
    energy: (spins) => strength * (firstProduct(spins) - spins[2]),
    field(spins, site, out) {
      const other = 3 * (1 - site);
      for (let c = 0; c < 3; c++) out[c] = -strength * spins[other + c];
      if (site === 0) out[2] += strength;
    },
  };
}

function inEitherOrder(system: System): ReversibleKernel {
  return heatBathKernel(lopsidedModel(system), system.model.parameters.temperature, { sweeps: 1 });
}

const BOTH_SITES = Int32Array.of(0, 1);

/** Leaves W_eff invariant, but its reverse runs the other way. */
function inSiteOrder(system: System): ReversibleKernel {
  const { temperature } = system.model.parameters;
  const lopsided = lopsidedModel(system);
  const sweep = plainSweeps(lopsided);
  const logDensity = (spins: Float64Array) => -lopsided.energy(spins) / temperature;
  return {
    ...inEitherOrder(system),
    advance(spins, random) {
      const logDensityBefore = logDensity(spins);
      sweep(spins, random, { temperature, sites: BOTH_SITES, sweeps: 1, overrelaxation: 0, isReverse: false });
      return { logDensityBefore, logDensityAfter: logDensity(spins), proposed: 0, accepted: 0, evaluations: 1 };
    },
  };
}

/** Heat bath on one of the sites; to choose it by the spins gives a move and its reverse different probabilities. */
function onBlock(system: System, choose: (spins: Float64Array, random: RandomStream) => number): ReversibleKernel {
  const { temperature } = system.model.parameters;
  return {
    ...inEitherOrder(system),
    advance(spins, random) {
      const drawSites = () => Int32Array.of(choose(spins, random));
      return heatBathKernel(lopsidedModel(system), temperature, { sweeps: 1, drawSites }).advance(spins, random);
    },
  };
}

/** The Hastings factor W_eff(S)/W_eff(S′) is left out. */
function forgetful(system: System): ReversibleKernel {
  const reversible = inEitherOrder(system);
  return {
    ...reversible,
    advance: (spins, random) => ({
      ...reversible.advance(spins, random),
      logDensityBefore: 0,
      logDensityAfter: 0,
    }),
  };
}

/** A flow whose base is drawn in a way of its own, while its density takes the base to be uniform. */
function flowFrom(system: System, draw: typeof randomDirection): ReversibleKernel {
  const flow = trainedFlow(system);
  return {
    ...flowKernel(flow),
    advance(spins, random) {
      const logDensityBefore = flow.logDensity(spins);
      for (let at = 0; at < spins.length; at += 3) draw(random, spins, at);
      flow.transport(spins);
      return { logDensityBefore, logDensityAfter: flow.logDensity(spins), proposed: 0, accepted: 0, evaluations: 2 };
    },
  };
}

/** The images of a flow taken to be as likely as uniform spins are. */
function withoutJacobian(system: System): ReversibleKernel {
  const kernel = flowKernel(trainedFlow(system));
  return {
    ...kernel,
    advance: (spins, random) => ({ ...kernel.advance(spins, random), logDensityBefore: 0, logDensityAfter: 0 }),
  };
}

/** E = −J S_0·S_1, with J set by the latest sample of the chain until `trainingSteps` steps are over. */
function trainedOnTheWay({ model }: System, trainingSteps: number): Sampler {
  const { temperature } = model.parameters;
  let coupling = 0;
  let step = 0;
  const learned: LocalFieldModel = {
    energy: (spins) => -coupling * firstProduct(spins),
    field(spins, site, out) {
      for (let c = 0; c < 3; c++) out[c] = coupling * spins[3 * (1 - site) + c];
    },
  };
  const kernel = heatBathKernel(learned, temperature, { sweeps: 1 });
  const advance: ReversibleKernel['advance'] = (spins, random) => {
    if (step++ < trainingSteps) coupling = 2 * temperature * firstProduct(spins);
    return kernel.advance(spins, random);
  };
  return selfLearningSampler(model, { ...kernel, advance });
}

/** Annealing to the lopsided model, with weights that stop there or go on to the exact weight. */
function annealed(system: System, isWhole: boolean): Sampler {
  const { temperature } = system.model.parameters;
  const moves = { kind: 'heat-bath', sweeps: 1, overrelaxation: 0 } as const;
  const effective = lopsidedModel(system) as LocalFieldModel & EffectiveModel;
  const path = annealing({ effective }, temperature, { kind: 'annealing', levels: 3, bend: 0, moves });
  const sampler = annealedSampler(system.model, path);
  if (isWhole) return sampler;
  return {
    ...sampler,
    step(state, random) {
      const outcome = sampler.step(state, random);
      state.logImportance -= state.logWeight + effective.energy(state.spins) / temperature;
      return outcome;
    },
  };
}

/** S_0·S_1 */
const firstProduct = (spins: Float64Array): number => spins[0] * spins[3] + spins[1] * spins[4] + spins[2] * spins[5];
