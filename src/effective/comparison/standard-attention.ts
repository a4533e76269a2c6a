/**
 * A standard transformer on the three spin components, every site a token with a position that is learned.
 *
 *   x^0_i = W_in S_i + p_i,   y = x^(l−1) + W_O softmaxAttention(W_Q x, W_K x, W_V x),   x^l = y + W_2 r(W_1 y + b),   E = E_0 + Σ_i Σ_c a_c x^L_{c, i}
 *
 * with r(x) = x/(1 + e^−x) and one head. Knows no symmetry at all: neither rotations of spins nor translations; parameters belong to one
 * lattice. A. Vaswani et al., "Attention is all you need", NeurIPS 2017. For comparison.
 */
import type { Lattice } from '../../lattice/lattice.ts';
import { checkCount } from '../choice.ts';
import { COMPARISON_DEFAULTS } from '../defaults.ts';
import type { EffectiveChoice, EffectiveModel } from '../model.ts';
import type { Layer, Signal } from './layer.ts';
import { networkModel } from './layered-model.ts';
import { matrix, mixing } from './mixing.ts';
import { components, offsets, rectifier, sum } from './pointwise.ts';
import { softmaxAttention } from './softmax.ts';
import type { Piece, Weights } from './weights.ts';

const PIECES_PER_LAYER = 7;

/** The network of a choice; two layers and eight channels where it says nothing: 1105 parameters on 6 × 6 sites. Throws InputError for a bad choice. */
export function standardAttentionModel(lattice: Lattice, choice: EffectiveChoice): EffectiveModel {
  const layers = checkCount('layers', choice.layers ?? COMPARISON_DEFAULTS.layers, 1);
  const channels = checkCount('channels', choice.channels ?? COMPARISON_DEFAULTS.standardAttention.channels, 1);
  const pieces: Piece[] = [
    matrix('W_in', channels, 3),
    { name: 'position', count: channels * lattice.siteCount, deviation: 1 },
    ...Array.from({ length: layers }, (_, layer) => layerPieces(`layer ${layer + 1}`, channels)).flat(),
    { name: 'a', count: channels },
  ];
  const description = { lattice, choice: { kind: 'standard-attention', layers, channels } as const, components: 1 };
  return networkModel(description, pieces, (spins, weights) => {
    const tokens = components(spins);
    const embedded = mixing(tokens.output, channels, weights[0]);
    const stack: Layer[] = [tokens, embedded, offsets(embedded.output, weights[1])];
    for (let layer = 0; layer < layers; layer++) {
      const own = weights.slice(2 + PIECES_PER_LAYER * layer, 2 + PIECES_PER_LAYER * (layer + 1));
      stack.push(...attentionLayers(stack[stack.length - 1].output, own));
    }
    return [...stack, mixing(stack[stack.length - 1].output, 1, weights[weights.length - 1])];
  });
}

function layerPieces(layer: string, channels: number): Piece[] {
  const square = (name: string) => matrix(`${layer} ${name}`, channels, channels);
  const bias = { name: `${layer} b`, count: channels };
  return [...['W_Q', 'W_K', 'W_V', 'W_O', 'W_1'].map(square), bias, square('W_2')];
}

function attentionLayers(x: Signal, weights: readonly Weights[]): Layer[] {
  const channels = x.values.length;
  const by = (input: Signal, k: number) => mixing(input, channels, weights[k]);
  const [q, k, v] = [0, 1, 2].map((index) => by(x, index));
  const attended = softmaxAttention(q.output, k.output, v.output);
  const turned = by(attended.output, 3);
  const y = sum(x, turned.output);
  const hidden = by(y.output, 4);
  const rectified = rectifier(hidden.output, weights[5]);
  const moved = by(rectified.output, 6);
  return [q, k, v, attended, turned, y, hidden, rectified, moved, sum(y.output, moved.output)];
}
