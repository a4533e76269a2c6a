/** The attention of active sites to each other and to those that they see, in the form of the transformer's blocks, with spins that are not seen replaced by 0: S̃^D_i + Σ_j ReLU(S̃^Q_i · S̃^K_j/(√3 N)) S̃^V_j. */
import { attend, attendAdjoint } from '../../effective/attention/twin/attend.ts';
import { combine, project, weightGradients } from '../../effective/attention/twin/projections.ts';
import { addScaledAt, dotAt } from '../site-vectors.ts';
import type { CreateField } from './vector-field.ts';

export const attentionField: CreateField = ({ network, active }, workspace) => {
  const { shellCount, scale } = network;
  const { combined, projections, projectionAdjoints: adjoints, lanes } = workspace;
  const direct = 3 * (shellCount + 1);
  const weightGradient = new Float64Array(direct);
  return {
    look(features, parameters, out) {
      project(features, parameters, scale, projections);
      attend(network, projections, out);
      for (let s = 1; s <= shellCount; s++) {
        for (const site of active) addScaledAt(out, 3 * site, parameters[direct + s - 1], features[s]);
      }
    },
    lookBack(features, vectorAdjoint, featureAdjoints, parameters, gradient) {
      attendAdjoint(network, projections, vectorAdjoint, lanes, adjoints);
      combine(adjoints, parameters, combined);
      combined.forEach((field, s) => {
        for (let c = 0; c < field.length; c++) featureAdjoints[s][c] += field[c];
      });
      for (let s = 1; s <= shellCount; s++) {
        for (const site of active) {
          addScaledAt(featureAdjoints[s], 3 * site, parameters[direct + s - 1], vectorAdjoint);
          if (gradient) gradient[direct + s - 1] += dotAt(vectorAdjoint, features[s], 3 * site);
        }
      }
      if (gradient) {
        weightGradients(adjoints, features, weightGradient);
        for (let p = 0; p < direct; p++) gradient[p] += weightGradient[p];
      }
    },
  };
};
