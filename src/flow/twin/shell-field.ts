/**
 * Shell sums with weights that invariants bend, without attention:
 *
 *   h_i = Σ_s (a_s + b_s I_is + c_s J_is + d_s J_is²) F_is + (e_1 I_i + e_2 I_i² + e_3 I_i³) F_i,
 *
 * with F_i = Σ_s F_is, I = |F|²/n² and J_is = F_is · F_i/(n_is n_i), n the number of spins in a sum. J says how a shell stands to all others: a shell of one seen spin has I = 1 always. Parameters: a_s, b_s, c_s and d_s with s = 1 … n_s each, then e.
 */
import type { CreateTwinField } from './field.ts';
import { addScaledAt, createVector, dot, dotAt } from './vectors.ts';

export const shellField: CreateTwinField = (tables, { parameters, gradient, sums, sumAdjoints, moves }) => {
  const { shellCount, width, counts, totals } = tables;
  /** F_i/n_i of the last site, and ∂E/∂ of it. */
  const mean = createVector();
  const meanAdjoint = createVector();

  /** Returns I_i. */
  function setMean(k: number, row: number): number {
    mean.fill(0);
    for (let s = 0; s < shellCount; s++) addScaledAt(mean, 0, 1 / totals[k], sums, row + 3 * s);
    return dot(mean, mean);
  }

  return {
    look(layer, k, out) {
      const first = layer * width;
      const row = 3 * shellCount * moves[k].site;
      const square = setMean(k, row);
      const e = first + 4 * shellCount;
      const bend = totals[k] * (square * (parameters[e] + square * (parameters[e + 1] + square * parameters[e + 2])));
      for (let c = 0; c < 3; c++) out[c] = bend * mean[c];
      for (let s = 0; s < shellCount; s++) {
        const [a, at, count] = [first + s, row + 3 * s, counts[k * shellCount + s]];
        const own = dotAt(sums, at, sums, at) / (count * count);
        const joint = dotAt(sums, at, mean, 0) / count;
        const straight = parameters[a] + parameters[a + shellCount] * own;
        const bent = joint * (parameters[a + 2 * shellCount] + joint * parameters[a + 3 * shellCount]);
        addScaledAt(out, 0, straight + bent, sums, at);
      }
    },
    lookBack(layer, k, pull, toParameters) {
      const first = layer * width;
      const row = 3 * shellCount * moves[k].site;
      const square = setMean(k, row);
      const e = first + 4 * shellCount;
      const along = totals[k] * dot(pull, mean);
      const bend = totals[k] * (square * (parameters[e] + square * (parameters[e + 1] + square * parameters[e + 2])));
      const slope = parameters[e] + square * (2 * parameters[e + 1] + 3 * (square * parameters[e + 2]));
      for (let c = 0; c < 3; c++) meanAdjoint[c] = bend * pull[c] + 2 * (along * slope) * mean[c];
      if (toParameters) {
        gradient[e] += along * square;
        gradient[e + 1] += along * square * square;
        gradient[e + 2] += along * square * square * square;
      }
      for (let s = 0; s < shellCount; s++) {
        const [a, at, count] = [first + s, row + 3 * s, counts[k * shellCount + s]];
        const own = dotAt(sums, at, sums, at) / (count * count);
        const joint = dotAt(sums, at, mean, 0) / count;
        const [linear, quadratic] = [parameters[a + 2 * shellCount], parameters[a + 3 * shellCount]];
        const weight = parameters[a] + parameters[a + shellCount] * own + joint * (linear + joint * quadratic);
        const byWeight = dotAt(pull, 0, sums, at);
        const byJoint = (byWeight * (linear + 2 * (quadratic * joint))) / count;
        addScaledAt(meanAdjoint, 0, byJoint, sums, at);
        addScaledAt(sumAdjoints, at, weight, pull, 0);
        addScaledAt(sumAdjoints, at, (2 * (byWeight * parameters[a + shellCount])) / (count * count), sums, at);
        addScaledAt(sumAdjoints, at, byJoint, mean, 0);
        if (!toParameters) continue;
        gradient[a] += byWeight;
        gradient[a + shellCount] += byWeight * own;
        gradient[a + 2 * shellCount] += byWeight * joint;
        gradient[a + 3 * shellCount] += byWeight * joint * joint;
      }
      for (let s = 0; s < shellCount; s++) addScaledAt(sumAdjoints, row + 3 * s, 1 / totals[k], meanAdjoint, 0);
    },
  };
};
