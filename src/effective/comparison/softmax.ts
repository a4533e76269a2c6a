/** Attention with softmax over all sites. */
import { exp } from '../../numeric/elementary.ts';
import { addScaled, dot, type Layer, newSignal, type Signal } from './layer.ts';

/**
 * out_i = Σ_j p_ij v_j with p_i = softmax_j(q_i · k_j/√d) over d channels: A. Vaswani et al., "Attention is all you need", NeurIPS 2017.
 * No matrix is kept: the way back computes rows again.
 */
export function softmaxAttention(q: Signal, k: Signal, v: Signal): Layer {
  const channels = q.values.length;
  const siteCount = q.values[0].length;
  const scale = 1 / Math.sqrt(channels);
  const output = newSignal(channels, siteCount);
  const row = new Float64Array(siteCount);
  const slopes = new Float64Array(siteCount);
  const fillRow = (i: number) => {
    combineRow(k.values, q.values, scale, i, row);
    softmax(row);
  };
  return {
    output,
    forward() {
      for (let i = 0; i < siteCount; i++) {
        fillRow(i);
        for (let c = 0; c < channels; c++) output.values[c][i] = dot(row, v.values[c]);
      }
    },
    backward() {
      for (let i = 0; i < siteCount; i++) {
        fillRow(i);
        combineRow(v.values, output.adjoints, 1, i, slopes);
        const mean = dot(row, slopes);
        for (let j = 0; j < siteCount; j++) slopes[j] = scale * row[j] * (slopes[j] - mean);
        for (let c = 0; c < channels; c++) {
          q.adjoints[c][i] += dot(slopes, k.values[c]);
          addScaled(k.adjoints[c], q.values[c][i], slopes);
          addScaled(v.adjoints[c], output.adjoints[c][i], row);
        }
      }
    },
  };
}

/** out_j = scale Σ_c left_c(i) fields_c(j). */
function combineRow(
  fields: readonly Float64Array[],
  left: readonly Float64Array[],
  scale: number,
  i: number,
  out: Float64Array,
): void {
  out.fill(0);
  for (let c = 0; c < fields.length; c++) addScaled(out, scale * left[c][i], fields[c]);
}

/** The softmax in place; the largest score is taken off first, so that nothing overflows. */
function softmax(scores: Float64Array): void {
  let largest = -Infinity;
  for (let j = 0; j < scores.length; j++) if (!(scores[j] <= largest)) largest = scores[j];
  let total = 0;
  for (let j = 0; j < scores.length; j++) {
    scores[j] = exp(scores[j] - largest);
    total += scores[j];
  }
  for (let j = 0; j < scores.length; j++) scores[j] /= total;
}
