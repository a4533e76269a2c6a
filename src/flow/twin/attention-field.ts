/**
 * The attention of active sites to each other and to those that they see, in the form of the transformer's blocks, with spins that are not seen replaced by 0:
 *
 *   h_i = Σ_j ReLU(S̃^Q_i · S̃^K_j) S̃^V_j + Σ_s W^D_s F_is.
 *
 * Parameters: W_Q, W_K and W_V with shells s = 0 … n_s each, then W_D.
 */
import type { CreateTwinField } from './field.ts';
import { keysAndValues } from './keys-and-values.ts';
import { addScaledAt, createVector, dotAt } from './vectors.ts';

export const attentionField: CreateTwinField = (tables, state) => {
  const { shellCount, width, scale } = tables;
  const { parameters, gradient, sums, sumAdjoints, moves } = state;
  const shared = keysAndValues(tables, state);
  const query = createVector();
  const queryAdjoint = createVector();

  function setQuery(first: number, row: number): void {
    query.fill(0);
    for (let s = 0; s < shellCount; s++) addScaledAt(query, 0, parameters[first + 1 + s], sums, row + 3 * s);
    for (let c = 0; c < 3; c++) query[c] *= scale;
  }

  return {
    begin: shared.look,
    beginBack: shared.beginBack,
    endBack: shared.lookBack,
    look(layer, k, out) {
      const first = layer * width;
      const row = 3 * shellCount * moves[k].site;
      setQuery(first, row);
      shared.attend(layer, query, out);
      const direct = first + 3 * (shellCount + 1);
      for (let s = 0; s < shellCount; s++) addScaledAt(out, 0, parameters[direct + s], sums, row + 3 * s);
    },
    lookBack(layer, k, pull, toParameters) {
      const first = layer * width;
      const row = 3 * shellCount * moves[k].site;
      setQuery(first, row);
      shared.attendBack(layer, query, pull, queryAdjoint);
      for (let c = 0; c < 3; c++) queryAdjoint[c] *= scale;
      const direct = first + 3 * (shellCount + 1);
      for (let s = 0; s < shellCount; s++) {
        const at = row + 3 * s;
        addScaledAt(sumAdjoints, at, parameters[first + 1 + s], queryAdjoint, 0);
        addScaledAt(sumAdjoints, at, parameters[direct + s], pull, 0);
        if (!toParameters) continue;
        gradient[first + 1 + s] += dotAt(queryAdjoint, 0, sums, at);
        gradient[direct + s] += dotAt(pull, 0, sums, at);
      }
    },
  };
};
