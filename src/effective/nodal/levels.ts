/** Propagators through the levels outside the manifold: one factor for every wave. */
import type { NodalSpace } from './space.ts';

interface Factors {
  /** −1/(ε − μ) of second order, 1/(ε − μ)² of the loss of weight, 1/(ε − μ) of third order; 0 in the manifold. */
  readonly second: Float64Array;
  readonly loss: Float64Array;
  readonly third: Float64Array;
}

/** Factors times the parameters c_l, d_l, g_l of their levels, which are live. */
export interface LevelFactors extends Factors {
  /** The same for parameters of 1. */
  readonly unit: Factors;
  /** Forms the factors again where parameters have changed. */
  update(): void;
}

export function levelFactors({ level, inverse, manifold }: NodalSpace, parameters: Float64Array): LevelFactors {
  const count = manifold.levels.length;
  const unit = { second: inverse.map((x) => -x), loss: inverse.map((x) => x * x), third: inverse };
  const empty = () => new Float64Array(level.length);
  const factors = { second: empty(), loss: empty(), third: empty() };
  const known = new Float64Array(parameters.length).fill(Number.NaN);
  const scale = (own: Float64Array, factor: Float64Array, offset: number) => {
    for (let k = 0; k < level.length; k++) if (level[k] >= 0) factor[k] = parameters[offset + level[k]] * own[k];
  };
  return {
    ...factors,
    unit,
    update() {
      if (known.every((value, l) => value === parameters[l])) return;
      known.set(parameters);
      scale(unit.second, factors.second, 0);
      scale(unit.loss, factors.loss, count);
      scale(unit.third, factors.third, 2 * count);
    },
  };
}
