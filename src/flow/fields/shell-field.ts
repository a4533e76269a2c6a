/**
 * Shell sums with weights that invariants bend, without attention:
 *
 *   h_i = Σ_s (a_s + b_s I_is + c_s J_is + d_s J_is²) F_is + (e_1 I_i + e_2 I_i² + e_3 I_i³) F_i,
 *
 * with F_i = Σ_s F_is, I = |F|²/n² and J_is = F_is · F_i/(n_is n_i), n the number of spins in a sum. J says how a shell stands to all others: a shell of one seen spin has I = 1 always.
 */
import { dotAt } from '../site-vectors.ts';
import type { CreateField } from './vector-field.ts';

/** Parameters: a_s, b_s, c_s and d_s with s = 1 … n_s each, then e. */
export const shellField: CreateField = ({ network, active, squaredCounts, totals }) => {
  const { shellCount } = network;
  const together = 4 * shellCount;
  /** F_is, F_i/n_i and ∂E/∂ of them. */
  const [sum, mean, meanAdjoint] = Array.from({ length: 3 }, () => new Float64Array(3));
  const countOf = (site: number, s: number) => Math.sqrt(squaredCounts[site * shellCount + s - 1]);

  function meanAt(features: readonly Float64Array[], site: number): number {
    mean.fill(0);
    for (let s = 1; s <= shellCount; s++) {
      for (let c = 0; c < 3; c++) mean[c] += features[s][3 * site + c] / totals[site];
    }
    return dotAt(mean, mean, 0);
  }

  return {
    look(features, p, out) {
      for (const site of active) {
        const square = meanAt(features, site);
        const bend = square * (p[together] + square * (p[together + 1] + square * p[together + 2]));
        for (let c = 0; c < 3; c++) out[3 * site + c] = totals[site] * bend * mean[c];
        for (let s = 1; s <= shellCount; s++) {
          const at = s - 1;
          sum.set(features[s].subarray(3 * site, 3 * site + 3));
          const count = countOf(site, s);
          const [own, joint] = [dotAt(sum, sum, 0) / (count * count), dotAt(sum, mean, 0) / count];
          const weight =
            p[at] + p[shellCount + at] * own + joint * (p[2 * shellCount + at] + joint * p[3 * shellCount + at]);
          for (let c = 0; c < 3; c++) out[3 * site + c] += weight * sum[c];
        }
      }
    },
    lookBack(features, vectorAdjoint, featureAdjoints, p, gradient) {
      for (const site of active) {
        const square = meanAt(features, site);
        const pull = vectorAdjoint.subarray(3 * site, 3 * site + 3);
        const total = totals[site];
        const along = total * dotAt(pull, mean, 0);
        const bend = square * (p[together] + square * (p[together + 1] + square * p[together + 2]));
        const slope = p[together] + square * (2 * p[together + 1] + 3 * square * p[together + 2]);
        for (let c = 0; c < 3; c++) meanAdjoint[c] = total * bend * pull[c] + 2 * along * slope * mean[c];
        if (gradient) {
          gradient[together] += along * square;
          gradient[together + 1] += along * square * square;
          gradient[together + 2] += along * square * square * square;
        }
        for (let s = 1; s <= shellCount; s++) {
          const at = s - 1;
          sum.set(features[s].subarray(3 * site, 3 * site + 3));
          const count = countOf(site, s);
          const [own, joint] = [dotAt(sum, sum, 0) / (count * count), dotAt(sum, mean, 0) / count];
          const [b, c1, d] = [p[shellCount + at], p[2 * shellCount + at], p[3 * shellCount + at]];
          const weight = p[at] + b * own + joint * (c1 + joint * d);
          const byWeight = dotAt(pull, sum, 0);
          const byOwn = (2 * byWeight * b) / (count * count);
          const byJoint = (byWeight * (c1 + 2 * d * joint)) / count;
          for (let c = 0; c < 3; c++) {
            featureAdjoints[s][3 * site + c] += weight * pull[c] + byOwn * sum[c] + byJoint * mean[c];
            meanAdjoint[c] += byJoint * sum[c];
          }
          if (gradient) {
            gradient[at] += byWeight;
            gradient[shellCount + at] += byWeight * own;
            gradient[2 * shellCount + at] += byWeight * joint;
            gradient[3 * shellCount + at] += byWeight * joint * joint;
          }
        }
        for (let s = 1; s <= shellCount; s++) {
          for (let c = 0; c < 3; c++) featureAdjoints[s][3 * site + c] += meanAdjoint[c] / total;
        }
      }
    },
  };
};
