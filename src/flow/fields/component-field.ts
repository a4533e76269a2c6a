/**
 * Shell sums with weights of their own for x, y and z: h_i^α = b^α + Σ_s (a_s^α F_is^α + d_s F_is^{α+1}), with α + 1 after z again x.
 *
 * It singles out axes, so the flow does not commute with rotations: to compare with. Its density is exact all the same.
 */
import type { CreateField } from './vector-field.ts';

/** Parameters: a_s^x, a_s^y, a_s^z and d_s with s = 1 … n_s each, then b. */
export const componentField: CreateField = ({ network, active }) => {
  const { shellCount } = network;
  const [turned, constant] = [3 * shellCount, 4 * shellCount];
  return {
    look(features, parameters, out) {
      for (const site of active) {
        for (let c = 0; c < 3; c++) out[3 * site + c] = parameters[constant + c];
        for (let s = 1; s <= shellCount; s++) {
          for (let c = 0; c < 3; c++) {
            const own = parameters[c * shellCount + s - 1] * features[s][3 * site + c];
            out[3 * site + c] += own + parameters[turned + s - 1] * features[s][3 * site + ((c + 1) % 3)];
          }
        }
      }
    },
    lookBack(features, vectorAdjoint, featureAdjoints, parameters, gradient) {
      for (const site of active) {
        for (let c = 0; c < 3; c++) {
          const [own, next] = [3 * site + c, 3 * site + ((c + 1) % 3)];
          const pull = vectorAdjoint[own];
          if (gradient) gradient[constant + c] += pull;
          for (let s = 1; s <= shellCount; s++) {
            featureAdjoints[s][own] += parameters[c * shellCount + s - 1] * pull;
            featureAdjoints[s][next] += parameters[turned + s - 1] * pull;
            if (!gradient) continue;
            gradient[c * shellCount + s - 1] += pull * features[s][own];
            gradient[turned + s - 1] += pull * features[s][next];
          }
        }
      }
    },
  };
};
