/** What the z of a flow are distributed as. */
import type { EffectiveModel } from '../effective/model.ts';
import { log } from '../numeric/elementary.ts';

/** The density of z. Spins are 3N numbers, unit vectors site after site. */
export interface FlowBase {
  /** Whether z is uniform: then no spin of it says anything about another. */
  readonly isUniform: boolean;
  /** log of the density, up to a constant where it is not uniform. */
  logDensity(base: Float64Array): number;
  /** The same and, into `score`, ∂ log density/∂z. */
  logDensityAndScore(base: Float64Array, score: Float64Array): number;
}

/** log of the area of the unit sphere. */
const LOG_SPHERE = log(4 * Math.PI);

/** Uniform and independent unit vectors, normalised: density (4π)^{−N}. */
export function uniformBase(siteCount: number): FlowBase {
  const logDensity = -siteCount * LOG_SPHERE;
  return {
    isUniform: true,
    logDensity: () => logDensity,
    logDensityAndScore(_, score) {
      score.fill(0);
      return logDensity;
    },
  };
}

/** The distribution e^{−E/T} of a learned energy, whose constant nobody knows. */
export function learnedBase(model: Pick<EffectiveModel, 'energy' | 'energyAndForce'>, temperature: number): FlowBase {
  return {
    isUniform: false,
    logDensity: (base) => -model.energy(base) / temperature,
    logDensityAndScore(base, score) {
      const energy = model.energyAndForce(base, score);
      for (let c = 0; c < score.length; c++) score[c] /= temperature;
      return -energy / temperature;
    },
  };
}
