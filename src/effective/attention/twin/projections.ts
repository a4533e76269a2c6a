/** S̃_Q, S̃_K, S̃_V from the shell sums of a layer, and the way back. */
import { dot } from './smearing.ts';

/** Three fields, of Q, K and V. */
export type Projections = readonly [Float64Array, Float64Array, Float64Array];

/** S̃^α_i = Σ_s W^α_s Σ_{δ∈s} S_{i+δ}, of Q times `scale`; `weights` at W^Q_0. */
export function project(
  features: readonly Float64Array[],
  weights: Float64Array,
  scale: number,
  out: Projections,
): void {
  const width = features.length;
  out.forEach((field, kind) => {
    for (let c = 0; c < field.length; c++) {
      let sum = 0;
      for (let s = 0; s < width; s++) sum += weights[kind * width + s] * features[s][c];
      field[c] = kind === 0 ? scale * sum : sum;
    }
  });
}

/** ∂E/∂W^α_s = Σ_i ∂E/∂S̃^α_i · Σ_{δ∈s} S_{i+δ}. */
export function weightGradients(
  adjoints: Projections,
  features: readonly Float64Array[],
  gradient: Float64Array,
): void {
  const width = features.length;
  adjoints.forEach((adjoint, kind) => {
    for (let s = 0; s < width; s++) gradient[kind * width + s] = dot(adjoint, features[s]);
  });
}

/** fields[s] = Σ_α W^α_s ∂E/∂S̃^α. */
export function combine([q, k, v]: Projections, weights: Float64Array, fields: readonly Float64Array[]): void {
  const width = fields.length;
  fields.forEach((field, s) => {
    for (let c = 0; c < field.length; c++) {
      field[c] = weights[s] * q[c] + weights[width + s] * k[c] + weights[2 * width + s] * v[c];
    }
  });
}
