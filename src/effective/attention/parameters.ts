/**
 * The order of θ: E_0 and J_s of the last output (s = 1 … n_s), then with s = 0 … number of smeared shells J_s of the outputs 0 … L − 1, if
 * they are read out, and W_Q, W_K, W_V of each block. Shared with kernels/attention/.
 */
import type { Network } from './network.ts';

type Shape = Pick<Network, 'shellCount' | 'smearedCount' | 'blockCount' | 'crossReadout'>;

/** The index of J_0 of an output; for the last one E_0 stands there, S·S being constant. */
export function couplingsAt({ shellCount, smearedCount, blockCount }: Shape, layer: number): number {
  return layer < blockCount ? shellCount + 1 + (smearedCount + 1) * layer : 0;
}

/** The index at which W_Q of a block begins; W_K and W_V follow. */
export function weightsAt({ shellCount, smearedCount, blockCount, crossReadout }: Shape, block: number): number {
  return shellCount + 1 + (smearedCount + 1) * ((crossReadout ? blockCount : 0) + 3 * block);
}

export const parameterCount = (shape: Shape): number => weightsAt(shape, shape.blockCount);

/** "E0", "J_1", …, "output 0 J_0", …, "block 1 W_Q shell 0", …: shells by their numbers on the lattice, 0 for the site itself. */
export function parameterNames({ smearedCount, blockCount, crossReadout }: Shape, shells: readonly number[]): string[] {
  const smeared = [0, ...shells.slice(0, smearedCount)];
  const couplings = shells.map((shell) => `J_${shell}`);
  const outputs = Array.from({ length: crossReadout ? blockCount : 0 }, (_, layer) =>
    smeared.map((shell) => `output ${layer} J_${shell}`),
  );
  const blocks = Array.from({ length: blockCount }, (_, block) =>
    ['Q', 'K', 'V'].flatMap((kind) => smeared.map((shell) => `block ${block + 1} W_${kind} shell ${shell}`)),
  );
  return ['E0', ...couplings, ...outputs.flat(), ...blocks.flat()];
}
