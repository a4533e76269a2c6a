/**
 * The equivariant convolution: like the transformer without attention, so that a site knows only what is near it.
 *
 *   A^l_c, B^l_c = Σ_c' Σ_s W_cc's Σ_{δ∈s} V^(l−1)_{c', i+δ},   V^l_c = σ(g_c + A_c · B_c) A_c,   V^0 = S,
 *   E = E_0 + Σ_i S_i · ( Σ_{s≥1} J_s Σ_{δ∈s} S_{i+δ} + Σ_c Σ_{s≥0} J_cs Σ_{δ∈s} V^L_{c, i+δ} ),
 *
 * where s = 0 is the site itself. Vectors gated by invariants: M. Weiler et al., "3D steerable CNNs", NeurIPS 2018. Invariant under O(3) of spin space, translations and
 * point group, as the transformer is; layers with n_s shells reach L + 1 times the last of them. For comparison.
 */
import type { Lattice } from '../../lattice/lattice.ts';
import { checkCount } from '../choice.ts';
import { COMPARISON_DEFAULTS } from '../defaults.ts';
import type { EffectiveChoice, EffectiveModel } from '../model.ts';
import { chosenShells, neighbourRows, type Rows, usualShells } from '../shells.ts';
import { join, type Layer, type Signal } from './layer.ts';
import { networkModel } from './layered-model.ts';
import { matrix, mixing } from './mixing.ts';
import { neighbourSums } from './neighbourhood.ts';
import { gate, scalarProducts } from './vectors.ts';
import type { Piece, Weights } from './weights.ts';

/** The convolution of a choice; three shells, two layers and four channels where it says nothing: 188 parameters. Throws InputError for a bad choice. */
export function convolutionModel(lattice: Lattice, choice: EffectiveChoice): EffectiveModel {
  const layers = checkCount('layers', choice.layers ?? COMPARISON_DEFAULTS.layers, 1);
  const channels = checkCount('channels', choice.channels ?? COMPARISON_DEFAULTS.convolution.channels, 1);
  const shells = chosenShells(lattice, choice.shells ?? usualShells(lattice, COMPARISON_DEFAULTS.convolution.shells));
  const width = shells.length + 1;
  const inputs = Array.from({ length: layers }, (_, layer) => width * (layer === 0 ? 1 : channels));
  const pieces = inputs.flatMap((count, layer): Piece[] => [
    matrix(`layer ${layer + 1} A`, channels, count),
    matrix(`layer ${layer + 1} B`, channels, count),
    { name: `layer ${layer + 1} gate`, count: channels },
  ]);
  const shape = { rows: neighbourRows(lattice, shells), shellCount: shells.length, layers, channels };
  return networkModel(
    { lattice, choice: { kind: 'convolution', shells, layers, channels }, components: 3 },
    [...pieces, { name: 'J', count: shells.length + channels * width }],
    (spins, weights) => convolutions(spins, weights, shape),
  );
}

interface Shape {
  readonly rows: Rows;
  readonly shellCount: number;
  readonly layers: number;
  readonly channels: number;
}

function convolutions(spins: Signal, weights: readonly Weights[], shape: Shape): Layer[] {
  const { rows, shellCount, layers, channels } = shape;
  const shellSums = (input: Signal) => neighbourSums(input, rows, shellCount, 3);
  const ofSpins = shellSums(spins);
  const stack = [ofSpins];
  let smeared = [spins, ofSpins.output];
  for (let layer = 0; layer < layers; layer++) {
    const [a, b] = [0, 1].map((k) => mixing(join(smeared), channels, weights[3 * layer + k]));
    const gated = gate(a.output, b.output, weights[3 * layer + 2]);
    const sums = shellSums(gated.output);
    stack.push(a, b, gated, sums);
    smeared = [gated.output, sums.output];
  }
  const products = scalarProducts(spins, join([ofSpins.output, ...smeared]));
  return [...stack, products, mixing(products.output, 1, weights[3 * layers])];
}
