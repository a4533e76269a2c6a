/** Samples of the weight of a linear model. */
import { createEffectiveModel } from '../../effective/create.ts';
import type { EffectiveModel } from '../../effective/model.ts';
import type { ModelParameters, SpinFermionModel } from '../../exact/model.ts';
import { type HeatBathPlan, innerChain } from '../../sampling/inner/inner-chain.ts';
import { type PilotSamples, type PilotTask, spinPartOf, streamOf } from './pilot.ts';

/** One advance of the chain of a linear model. */
export const ADVANCE: HeatBathPlan = { kind: 'heat-bath', sweeps: 2, overrelaxation: 1 };

/** The linear model of all shells, its parameters at 0. */
export const pilotLinear = (parameters: ModelParameters): EffectiveModel =>
  createEffectiveModel(parameters, { kind: 'linear', shells: 'all' });

/** The samples of the weight of the linear model with these couplings. */
export function linearSamples(
  task: PilotTask & { readonly couplings: Float64Array },
  model: SpinFermionModel,
  onStep: () => void,
): PilotSamples {
  const { parameters, from, warmUp, samples, every } = task;
  const random = streamOf(task);
  const effective = pilotLinear(parameters);
  effective.parameters.set(task.couplings);
  const kernel = innerChain({ effective }, parameters.temperature, ADVANCE);
  const spins = from.spins.slice();
  const advance = (): number => {
    const { logDensityAfter } = kernel.advance(spins, random);
    onStep();
    return logDensityAfter;
  };
  for (let k = 0; k < warmUp; k++) advance();
  const [terms, means] = [new Float64Array(effective.parameters.length), new Float64Array(effective.parameters.length)];
  const [size, count] = [(2 * spins.length) / 3, terms.length - 1];
  const [levels, controls] = [new Float64Array(samples * size), new Float64Array(samples * count)];
  const [logWeights, kept] = [new Float64Array(samples), new Float64Array(samples * spins.length)];
  const spinPart = spinPartOf(model);
  for (let sample = 0; sample < samples; sample++) {
    let logDensity = 0;
    means.fill(0);
    for (let k = 0; k < every; k++) {
      logDensity = advance();
      effective.energyAndGradient(spins, terms);
      for (let a = 0; a < terms.length; a++) means[a] += terms[a] / every;
    }
    levels.set(model.spectrum(spins), sample * size);
    logWeights[sample] = logDensity - spinPart(spins);
    kept.set(spins, sample * spins.length);
    // The first term is a constant.
    for (let a = 0; a < count; a++) controls[sample * count + a] = terms[a + 1] - means[a + 1];
  }
  const to = { ...from, spins, position: random.position };
  return { levels, logWeights, spins: kept, controls, to, exactEvaluations: samples };
}
