/** The arrays of a nodal model, by what they hold. Rows by site are (x, y, z, 0) of vectors, or columns by component and orbital: column c width + r. */
import { CHUNK } from '../../exact/factor/pole-factors.ts';
import type { Arithmetic } from '../../exact/factor/problem.ts';
import type { LogCoshExpansion } from '../../numeric/rational/log-cosh.ts';
import type { Engine } from '../../wasm/engine.ts';
import type { Views } from '../../wasm/workspace.ts';
import type { NodalKernels } from './kernels.ts';
import { createNodal } from './nodal-engines.ts';
import type { Packing } from './packing.ts';
import { BLOCK_FORMS } from './resolvent-blocks.ts';
import type { NodalSpace } from './space.ts';
import type { SparseMatrix } from './sparse.ts';
import type { Transform } from './transform.ts';

type Lengths = ReturnType<typeof lengths>;
export type NodalArrays = Views<Lengths>;

/** Everything that the steps of an evaluation share. */
export interface Workspace {
  readonly space: NodalSpace;
  readonly packing: Packing;
  readonly arithmetic: Arithmetic;
  readonly expansion: LogCoshExpansion;
  readonly kernels: NodalKernels<Lengths>;
  readonly arrays: NodalArrays;
  /** The transforms of the space, in the memory of the kernels. */
  readonly electrons: Stages;
  readonly spins: Stages;
  /** Propagators between waves, one element in every row. */
  readonly propagators: Propagators;
}

/** Matrices of second order, of the loss of weight and of third order. */
export type Propagators = Readonly<Record<'second' | 'loss' | 'third', SparseMatrix>>;

export type Stages = Pick<Transform, 'forward' | 'backward'>;

/** On two sublattices that propagators lead across, all H have levels in pairs ±E: then blocks can be made real quaternions. */
export const arithmeticOf = ({ partner }: Packing): Arithmetic =>
  partner.length === 2 && partner[0] === 1 ? 'quaternion' : 'complex';

export function workspaceOf(space: NodalSpace, expansion: LogCoshExpansion, engine: Engine): Workspace {
  const { packing } = space;
  const arithmetic = arithmeticOf(packing);
  const tables = { electrons: space.electrons, spins: space.spins };
  const kernels = createNodal(engine, {
    ...lengths(packing, arithmetic, expansion),
    ...stageBlocks('electrons', space.electrons),
    ...stageBlocks('spins', space.spins),
    ...propagatorBlocks(packing),
  });
  const arrays = kernels.arrays as unknown as Record<string, Float64Array & Int32Array>;
  const placed = (name: keyof typeof tables): Stages => ({
    forward: tables[name].forward.map((_, s) => placedMatrix(arrays, `${name} forward ${s}`)),
    backward: tables[name].backward.map((_, s) => placedMatrix(arrays, `${name} backward ${s}`)),
  });
  const propagator = (name: keyof Propagators): SparseMatrix => ({
    rowStart: arrays.wave,
    column: name === 'loss' ? arrays.wave : arrays.partnerWave,
    value: arrays[name],
  });
  return {
    space,
    packing,
    arithmetic,
    expansion,
    kernels: kernels as unknown as NodalKernels<Lengths>,
    arrays: kernels.arrays as unknown as NodalArrays,
    electrons: placed('electrons'),
    spins: placed('spins'),
    propagators: { second: propagator('second'), loss: propagator('loss'), third: propagator('third') },
  };
}

function lengths(
  { siteCount, groupCount, orbitalCount, width, orbitals }: Packing,
  arithmetic: Arithmetic,
  expansion: LogCoshExpansion,
) {
  const rows = 3 * siteCount * width;
  const blocks = 4 * groupCount * width * width;
  const size = groupCount * orbitalCount;
  const matrix = BLOCK_FORMS[arithmetic].size * size * size;
  return {
    orbitals,
    sortedSpins: 4 * siteCount,
    scaledSpins: 4 * siteCount,
    spinWaves: 4 * siteCount,
    smearedWaves: 4 * siteCount,
    smeared: 4 * siteCount,
    smearedSlope: 4 * siteCount,
    slopeWaves: 4 * siteCount,
    slope: 4 * siteCount,
    vectorScratch: 4 * siteCount,
    vectorScratch2: 4 * siteCount,
    vertices: rows,
    smearedVertices: rows,
    vertexWaves: rows,
    secondWaves: rows,
    lossWaves: rows,
    thirdWaves: rows,
    thirdRows: rows,
    dual: rows,
    dualWaves: rows,
    slopeRowWaves: rows,
    rowSlope: rows,
    rowScratch: rows,
    rowScratch2: rows,
    spinProducts: 4 * siteCount * width,
    first: blocks,
    lost: blocks,
    even: blocks,
    odd: blocks,
    evenDensity: blocks,
    oddDensity: blocks,
    firstDensity: blocks,
    lossDensity: blocks,
    gram: 12 * width * width,
    blockProducts: 16 * width * width,
    turn: 12 * width * width,
    matrix,
    green: 2 * matrix,
    sum: matrix,
    shifts: expansion.shifts,
    weights: expansion.residues,
    products: expansion.shifts.length * (Math.floor(size / CHUNK) + 1),
  };
}

/** Waves by number, one more than there are, and those of the partner's group; values are 0 until parameters are known. */
function propagatorBlocks({ siteCount, groupSize, partner }: Packing) {
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

function stageBlocks(name: string, { forward, backward }: Stages): Record<string, Int32Array | Float64Array> {
  const blocksOf = (direction: string, matrices: readonly SparseMatrix[]) =>
    matrices.flatMap(({ rowStart, column, value }, s) => [
      [`${name} ${direction} ${s} rowStart`, rowStart] as const,
      [`${name} ${direction} ${s} column`, column] as const,
      [`${name} ${direction} ${s} value`, value] as const,
    ]);
  return Object.fromEntries([...blocksOf('forward', forward), ...blocksOf('backward', backward)]);
}

const placedMatrix = (arrays: Readonly<Record<string, Float64Array & Int32Array>>, name: string): SparseMatrix => ({
  rowStart: arrays[`${name} rowStart`],
  column: arrays[`${name} column`],
  value: arrays[`${name} value`],
});
