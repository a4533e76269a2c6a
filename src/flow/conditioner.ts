/**
 * What the seen spins tell the active ones: a vector h_i and invariants I_is for every active site.
 *
 *   F_is = Σ_{δ∈s} S_{i+δ} over seen sites,  I_is = |F_is|²/n_is²,
 *
 * with n_is the number of seen sites in shell s. What makes h_i of the F_is is in fields/. A rotation or reflection of all spins takes h_i along, with one field that is there to compare with excepted; a translation, or an operation of the point group, that keeps active and seen sites moves it.
 */
import { addShells, sumShells } from '../effective/attention/twin/smearing.ts';
import type { Conditions } from './conditions.ts';
import type { VectorField } from './fields/vector-field.ts';
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

export function createConditioner(
  { active, isSeen, squaredCounts, network }: Conditions,
  vectors: VectorField,
  { features, featureAdjoints, field, invariants, seenAdjoint }: LayerWorkspace,
): Conditioner {
  const { shellCount } = network;
  const eachShell = (site: number, visit: (at: number, shell: number) => void) => {
    for (let s = 1; s <= shellCount; s++) visit(site * shellCount + s - 1, s);
  };
  return {
    active,
    field,
    invariants,
    look(spins, parameters) {
      for (let c = 0; c < spins.length; c++) features[0][c] = isSeen[Math.floor(c / 3)] ? spins[c] : 0;
      sumShells(network, features);
      vectors.look(features, parameters, field);
      for (const site of active) {
        eachShell(site, (at, s) => {
          invariants[at] = dotAt(features[s], features[s], 3 * site) / squaredCounts[at];
        });
      }
    },
    lookBack(fieldAdjoint, invariantAdjoint, adjoint, parameters, gradient) {
      for (const featureAdjoint of featureAdjoints) featureAdjoint.fill(0);
      for (const site of active) {
        eachShell(site, (at, s) => {
          addScaledAt(featureAdjoints[s], 3 * site, (2 * invariantAdjoint[at]) / squaredCounts[at], features[s]);
        });
      }
      vectors.lookBack(features, fieldAdjoint, featureAdjoints, parameters, gradient);
      seenAdjoint.fill(0);
      addShells(network, featureAdjoints, seenAdjoint);
      for (let c = 0; c < adjoint.length; c++) if (isSeen[Math.floor(c / 3)]) adjoint[c] += seenAdjoint[c];
    },
  };
}
