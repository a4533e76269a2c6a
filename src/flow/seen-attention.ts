/** The attention of active sites to those that they see, in the form of the transformer's blocks, with the spin itself replaced by its seen neighbours: S̃^D_i + Σ_j ReLU(S̃^Q_i · S̃^K_j/(√3 N)) S̃^V_j. */
import { attend, attendAdjoint } from '../effective/attention/twin/attend.ts';
import { combine, project, weightGradients } from '../effective/attention/twin/projections.ts';
import { addShells, sumShells } from '../effective/attention/twin/smearing.ts';
import type { Conditions } from './conditions.ts';
import { layerParts } from './parameters.ts';
import { addScaledAt, dotAt } from './site-vectors.ts';
import type { LayerWorkspace } from './workspace.ts';

export interface SeenAttention {
  /** The seen spins F_i0 and their shell sums F_is of the last look. */
  readonly features: readonly Float64Array[];
  /** Writes the vectors of the active sites to `out`. */
  look(spins: Float64Array, parameters: Float64Array, out: Float64Array): void;
  /**
   * The way back from `vectorAdjoint` at active sites. `featureAdjoints`: what else the shell sums are needed for, s = 1 … n_s at active sites; overwritten. Adds to ∂E/∂S of the seen spins, and
   * to `gradient` where there is one.
   */
  lookBack(
    vectorAdjoint: Float64Array,
    featureAdjoints: readonly Float64Array[],
    adjoint: Float64Array,
    parameters: Float64Array,
    gradient?: Float64Array,
  ): void;
}

export function seenAttention({ network, active, isSeen }: Conditions, workspace: LayerWorkspace): SeenAttention {
  const { shellCount, scale } = network;
  const { features, combined, projections, projectionAdjoints: adjoints, lanes, seenAdjoint } = workspace;
  const { direct } = layerParts({ shellCount, splineCount: 0 });
  const weightGradient = new Float64Array(direct);
  return {
    features,
    look(spins, parameters, out) {
      for (let c = 0; c < spins.length; c++) features[0][c] = isSeen[Math.floor(c / 3)] ? spins[c] : 0;
      sumShells(network, features);
      project(features, parameters, scale, projections);
      attend(network, projections, out);
      for (let s = 1; s <= shellCount; s++) {
        for (const site of active) addScaledAt(out, 3 * site, parameters[direct + s - 1], features[s]);
      }
    },
    lookBack(vectorAdjoint, featureAdjoints, adjoint, parameters, gradient) {
      attendAdjoint(network, projections, vectorAdjoint, lanes, adjoints);
      combine(adjoints, parameters, combined);
      for (let s = 1; s <= shellCount; s++) {
        for (const site of active) {
          addScaledAt(combined[s], 3 * site, parameters[direct + s - 1], vectorAdjoint);
          addScaledAt(combined[s], 3 * site, 1, featureAdjoints[s]);
          if (gradient) gradient[direct + s - 1] += dotAt(vectorAdjoint, features[s], 3 * site);
        }
      }
      if (gradient) {
        weightGradients(adjoints, features, weightGradient);
        for (let p = 0; p < direct; p++) gradient[p] += weightGradient[p];
      }
      seenAdjoint.fill(0);
      addShells(network, combined, seenAdjoint);
      for (let c = 0; c < adjoint.length; c++) if (isSeen[Math.floor(c / 3)]) adjoint[c] += seenAdjoint[c];
    },
  };
}
