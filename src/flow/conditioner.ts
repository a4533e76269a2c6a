/**
 * What the seen spins tell the active ones: an equivariant vector h_i and invariants I_is for every active site.
 *
 *   F_is = Σ_{δ∈s} S_{i+δ} over seen sites,  I_is = |F_is|²/n_is²,
 *
 * with h_i from the attention to the seen sites, of which shell s has n_is. A rotation or reflection of all spins takes h_i along; a translation, or an operation of the point group, that keeps active and seen sites moves it.
 */
import type { Conditions } from './conditions.ts';
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
  /** The way back of the last look from ∂E/∂h and ∂E/∂I: adds to ∂E/∂S of seen spins, and to `gradient` where there is one. */
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
  const { field, invariants, featureAdjoints } = workspace;
  const attention = seenAttention(conditions, workspace);
  const eachShell = (site: number, visit: (at: number, shellSum: Float64Array, adjoint: Float64Array) => void) => {
    for (let s = 1; s <= shellCount; s++) {
      visit(site * shellCount + s - 1, attention.features[s], featureAdjoints[s]);
    }
  };
  return {
    active,
    field,
    invariants,
    look(spins, parameters) {
      attention.look(spins, parameters, field);
      for (const site of active) {
        eachShell(site, (at, shellSum) => {
          invariants[at] = dotAt(shellSum, shellSum, 3 * site) / squaredCounts[at];
        });
      }
    },
    lookBack(fieldAdjoint, invariantAdjoint, adjoint, parameters, gradient) {
      for (const site of active) {
        eachShell(site, (at, shellSum, featureAdjoint) => {
          featureAdjoint.fill(0, 3 * site, 3 * site + 3);
          addScaledAt(featureAdjoint, 3 * site, (2 * invariantAdjoint[at]) / squaredCounts[at], shellSum);
        });
      }
      attention.lookBack(fieldAdjoint, featureAdjoints, adjoint, parameters, gradient);
    },
  };
}
