/**
 * What the seen spins tell the active ones: an equivariant vector h_i and invariants I_is for every active site.
 *
 *   F_is = Σ_{δ∈s} S_{i+δ} over seen sites,  I_is = |F_is|²/n_is²,  h_i = (1 + Σ_s G_s I_is) v_i,
 *
 * with v_i from the attention to the seen sites, of which shell s has n_is. A rotation or reflection of all spins takes h_i along; a translation, or an operation of the point group, that keeps active and seen sites moves it.
 */
import type { Conditions } from './conditions.ts';
import { layerParts } from './parameters.ts';
import { seenAttention } from './seen-attention.ts';
import { addScaledAt, dotAt } from './site-vectors.ts';
import type { LayerWorkspace } from './workspace.ts';

/** The conditioner of one layer. */
export interface Conditioner {
  /** The active sites, ascending. */
  readonly active: Int32Array;
  /** h at active sites, 3N numbers. */
  readonly field: Float64Array;
  /** I_is of active sites, the number i n_s + s − 1. */
  readonly invariants: Float64Array;
  /** Computes both from the seen spins. `parameters`: of one layer. */
  look(spins: Float64Array, parameters: Float64Array): void;
  /** The way back of the last look from ∂E/∂h and ∂E/∂I, which it overwrites: adds to ∂E/∂S of seen spins, and to `gradient` where there is one. */
  lookBack(
    fieldAdjoint: Float64Array,
    invariantAdjoint: Float64Array,
    adjoint: Float64Array,
    parameters: Float64Array,
    gradient?: Float64Array,
  ): void;
}

export function createConditioner(conditions: Conditions, workspace: LayerWorkspace): Conditioner {
  const { active, squaredCounts, network } = conditions;
  const { shellCount } = network;
  const { vectors, field, gates, invariants, featureAdjoints } = workspace;
  const attention = seenAttention(conditions, workspace);
  const { gate: gateAt } = layerParts({ shellCount, splineCount: 0 });

  function openGate(site: number, parameters: Float64Array): void {
    gates[site] = 1;
    for (let s = 1; s <= shellCount; s++) {
      const shellSum = attention.features[s];
      const at = site * shellCount + s - 1;
      invariants[at] = dotAt(shellSum, shellSum, 3 * site) / squaredCounts[at];
      gates[site] += parameters[gateAt + s - 1] * invariants[at];
    }
    field.fill(0, 3 * site, 3 * site + 3);
    addScaledAt(field, 3 * site, gates[site], vectors);
  }

  function closeGate(
    site: number,
    fieldAdjoint: Float64Array,
    invariantAdjoint: Float64Array,
    parameters: Float64Array,
    gradient?: Float64Array,
  ): void {
    const byGate = dotAt(fieldAdjoint, vectors, 3 * site);
    for (let s = 1; s <= shellCount; s++) {
      const at = site * shellCount + s - 1;
      if (gradient) gradient[gateAt + s - 1] += byGate * invariants[at];
      const byInvariant = invariantAdjoint[at] + parameters[gateAt + s - 1] * byGate;
      featureAdjoints[s].fill(0, 3 * site, 3 * site + 3);
      addScaledAt(featureAdjoints[s], 3 * site, (2 * byInvariant) / squaredCounts[at], attention.features[s]);
    }
    for (let c = 3 * site; c < 3 * site + 3; c++) fieldAdjoint[c] *= gates[site];
  }

  return {
    active,
    field,
    invariants,
    look(spins, parameters) {
      attention.look(spins, parameters, vectors);
      for (const site of active) openGate(site, parameters);
    },
    lookBack(fieldAdjoint, invariantAdjoint, adjoint, parameters, gradient) {
      for (const site of active) closeGate(site, fieldAdjoint, invariantAdjoint, parameters, gradient);
      attention.lookBack(fieldAdjoint, featureAdjoints, adjoint, parameters, gradient);
    },
  };
}
