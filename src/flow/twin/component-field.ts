/**
 * Shell sums with weights of their own for x, y and z: h_i^α = b^α + Σ_s (a_s^α F_is^α + d_s F_is^{α+1}), with α + 1 after z again x.
 *
 * It singles out axes, so the flow does not commute with rotations: to compare with. Its density is exact all the same. Parameters: a_s^x, a_s^y, a_s^z and d_s with s = 1 … n_s each, then b.
 */
import type { CreateTwinField } from './field.ts';

export const componentField: CreateTwinField = (tables, { parameters, gradient, sums, sumAdjoints, moves }) => {
  const { shellCount, width } = tables;
  return {
    look(layer, k, out) {
      const first = layer * width;
      const row = 3 * shellCount * moves[k].site;
      for (let c = 0; c < 3; c++) {
        let sum = parameters[first + 4 * shellCount + c];
        for (let s = 0; s < shellCount; s++) {
          sum += parameters[first + c * shellCount + s] * sums[row + 3 * s + c];
          sum += parameters[first + 3 * shellCount + s] * sums[row + 3 * s + ((c + 1) % 3)];
        }
        out[c] = sum;
      }
    },
    lookBack(layer, k, pull, toParameters) {
      const first = layer * width;
      const row = 3 * shellCount * moves[k].site;
      for (let c = 0; c < 3; c++) {
        if (toParameters) gradient[first + 4 * shellCount + c] += pull[c];
        for (let s = 0; s < shellCount; s++) {
          const [own, turned] = [first + c * shellCount + s, first + 3 * shellCount + s];
          const [at, next] = [row + 3 * s + c, row + 3 * s + ((c + 1) % 3)];
          sumAdjoints[at] += parameters[own] * pull[c];
          sumAdjoints[next] += parameters[turned] * pull[c];
          if (!toParameters) continue;
          gradient[own] += pull[c] * sums[at];
          gradient[turned] += pull[c] * sums[next];
        }
      }
    },
  };
};
