/** Sparse matrices in the memory of the kernels: as blocks under names of their own, and as views of them. */
import type { Packing } from './packing.ts';
import type { SparseMatrix } from './sparse.ts';
import type { Transform } from './transform.ts';

/** The matrices of a transform. */
export type Stages = Pick<Transform, 'forward' | 'backward'>;

/** Propagators of second order, of the loss of weight and of third order, between waves. */
export type Propagators = Readonly<Record<'second' | 'loss' | 'third', SparseMatrix>>;

/** Tables by name, as kernels have placed them. */
export type Tables = Readonly<Record<string, Float64Array & Int32Array>>;

/** Waves by number, one more than there are, and those of the partner's group; values are 0 until parameters are known. */
export function propagatorBlocks({ siteCount, groupSize, partner }: Packing) {
  const partnerOf = (wave: number) => partner[Math.floor(wave / groupSize)] * groupSize + (wave % groupSize);
  const wave = Int32Array.from({ length: siteCount + 1 }, (_, k) => k);
  return {
    wave,
    partnerWave: wave.subarray(0, siteCount).map(partnerOf),
    second: siteCount,
    loss: siteCount,
    third: siteCount,
  };
}

export function stageBlocks(name: string, { forward, backward }: Stages): Record<string, Int32Array | Float64Array> {
  const blocksOf = (direction: string, matrices: readonly SparseMatrix[]) =>
    matrices.flatMap(({ rowStart, column, value }, s) => [
      [`${name} ${direction} ${s} rowStart`, rowStart] as const,
      [`${name} ${direction} ${s} column`, column] as const,
      [`${name} ${direction} ${s} value`, value] as const,
    ]);
  return Object.fromEntries([...blocksOf('forward', forward), ...blocksOf('backward', backward)]);
}

/** The stages that `stageBlocks` has made blocks of. */
export function placedStages(tables: Tables, name: string, { forward, backward }: Stages): Stages {
  const placed = (matrix: string): SparseMatrix => ({
    rowStart: tables[`${matrix} rowStart`],
    column: tables[`${matrix} column`],
    value: tables[`${matrix} value`],
  });
  return {
    forward: forward.map((_, s) => placed(`${name} forward ${s}`)),
    backward: backward.map((_, s) => placed(`${name} backward ${s}`)),
  };
}

/** Propagators with one element in every row: within a group for the loss of weight, from the partner's otherwise. */
export function placedPropagators({ wave, partnerWave, second, loss, third }: Tables): Propagators {
  return {
    second: { rowStart: wave, column: partnerWave, value: second },
    loss: { rowStart: wave, column: wave, value: loss },
    third: { rowStart: wave, column: partnerWave, value: third },
  };
}
