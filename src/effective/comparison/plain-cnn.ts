/**
 * A plain convolutional network on the three spin components, which respects translations but not rotations.
 *
 *   x^l_c = r(b_c + Σ_c' Σ_δ W_cc'δ x^(l−1)_{c', i+δ}),   r(x) = x/(1 + e^−x),   x^0 = S^x, S^y, S^z,   E = E_0 + Σ_i Σ_c a_c x^L_{c, i}.
 *
 * One weight for every displacement δ, opposite ones included. Invariant under translations; neither under rotations of spins nor under the point
 * group: it has to learn these from data. For comparison.
 */
import type { Lattice } from '../../lattice/lattice.ts';
import { checkCount } from '../choice.ts';
import { COMPARISON_DEFAULTS } from '../defaults.ts';
import type { EffectiveChoice, EffectiveModel } from '../model.ts';
import { chosenShells, displacementRows, usualShells } from '../shells.ts';
import type { Layer } from './layer.ts';
import { networkModel } from './layered-model.ts';
import { matrix, mixing } from './mixing.ts';
import { neighbourSums } from './neighbourhood.ts';
import { components, rectifier } from './pointwise.ts';
import type { Piece } from './weights.ts';

/**
 * The network of a choice; the site and two shells (3 × 3 sites on the square lattice), two layers and eight channels where it says nothing: 817
 * parameters there. Throws InputError for a bad choice.
 */
export function plainCnnModel(lattice: Lattice, choice: EffectiveChoice): EffectiveModel {
  const layers = checkCount('layers', choice.layers ?? COMPARISON_DEFAULTS.layers, 1);
  const channels = checkCount('channels', choice.channels ?? COMPARISON_DEFAULTS.plainCnn.channels, 1);
  const shells = chosenShells(lattice, choice.shells ?? usualShells(lattice, COMPARISON_DEFAULTS.plainCnn.shells));
  const { rows, width } = displacementRows(lattice, shells);
  const pieces = Array.from({ length: layers }, (_, layer): Piece[] => [
    matrix(`layer ${layer + 1} W`, channels, width * (layer === 0 ? 3 : channels)),
    { name: `layer ${layer + 1} b`, count: channels },
  ]);
  const description = { lattice, choice: { kind: 'plain-cnn', shells, layers, channels } as const, components: 1 };
  return networkModel(description, [...pieces.flat(), { name: 'a', count: channels }], (spins, weights) => {
    const stack: Layer[] = [components(spins)];
    for (let layer = 0; layer < layers; layer++) {
      const patches = neighbourSums(stack[stack.length - 1].output, rows, width, 1);
      const mixed = mixing(patches.output, channels, weights[2 * layer]);
      stack.push(patches, mixed, rectifier(mixed.output, weights[2 * layer + 1]));
    }
    return [...stack, mixing(stack[stack.length - 1].output, 1, weights[2 * layers])];
  });
}
