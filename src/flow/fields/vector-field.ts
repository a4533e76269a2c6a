/** What makes the vectors h_i of active sites from the shell sums of seen spins. */
import type { Conditions } from '../conditions.ts';
import type { LayerWorkspace } from '../workspace.ts';

/** The seen spins F_i0 and their shell sums F_is, or ∂E/∂ of them: fields of 3N numbers. */
export type Features = readonly Float64Array[];

/** The vectors of one layer. All take 4 n_s + 3 parameters, the first ones of the layer. */
export interface VectorField {
  /** Writes h_i of the active sites to `out`. */
  look(features: Features, parameters: Float64Array, out: Float64Array): void;
  /** The way back from `vectorAdjoint` at active sites: adds to ∂E/∂F in `featureAdjoints`, and to `gradient` where there is one. */
  lookBack(
    features: Features,
    vectorAdjoint: Float64Array,
    featureAdjoints: Features,
    parameters: Float64Array,
    gradient?: Float64Array,
  ): void;
}

export type CreateField = (conditions: Conditions, workspace: LayerWorkspace) => VectorField;
