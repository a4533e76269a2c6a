/**
 * Everything about a factorisation that the numbers do not change: which block stands where, and which block updates which.
 *
 * Blocks are stored in slots. Pivot k owns D_k in slot base[k], then, for each later pivot row[a] it couples to, U_k,row[a] and L_row[a],k in two
 * neighbouring slots. Eliminating k turns the pair (a, b), a < b, into −L_a U_b on U_row[a],row[b] and −L_b U_a one slot further.
 */
import { cache } from '../../numeric/cache.ts';
import type { HoppingMatrix } from '../hopping.ts';
import type { Elimination } from './elimination.ts';
import { eliminationOrder } from './elimination-order.ts';
import { neighbourLists } from './graph.ts';
import { postorder } from './postorder.ts';
import { coupledPairs, type Reduction, reduce } from './reduction.ts';

export interface FactorPattern {
  readonly siteCount: number;
  /** Retained sites in the order of elimination; the last `patchSize` form the patch. */
  readonly pivotSite: Int32Array;
  readonly patchSize: number;
  readonly slotCount: number;
  /** Block multiply-adds of one factorisation. */
  readonly operations: number;
  readonly base: Int32Array;
  /** Pivot k couples to later pivots row[rowStart[k]] … row[rowStart[k + 1] − 1]. */
  readonly rowStart: Int32Array;
  readonly row: Int32Array;
  /** Slots of the U targets of pivot k from update[updateStart[k]], pairs a < b in row order, diagonal targets left out. */
  readonly updateStart: Int32Array;
  readonly update: Int32Array;
  /** Closed-form elimination: site b adds target coefficient × D_b⁻¹ to slots target[targetStart[b]] …. */
  readonly eliminatedSite: Int32Array;
  readonly targetStart: Int32Array;
  readonly target: Int32Array;
  /** T_ab T_bc of each target block (a, c). */
  readonly targetReal: Float64Array;
  readonly targetImaginary: Float64Array;
  /** Slots (row, column) and (column, row) of each hopping element between retained sites, and its value T_row,column. */
  readonly direct: Int32Array;
  readonly directReal: Float64Array;
  readonly directImaginary: Float64Array;
}

/** Orders by the structure they belong to: models that differ in T, J, μ or the size of t share the symbolic work. */
const remembered = cache<Elimination>(32);

/** The pattern of a factorisation. `patch` lists sites to be kept for the end, none of them eliminated in closed form; `attempts` limits the search for a good order. */
export function createPattern(
  hopping: HoppingMatrix,
  isEliminated: readonly boolean[],
  patch: readonly number[] = [],
  attempts?: number,
): FactorPattern {
  const { rowStart, column } = hopping;
  const key = [rowStart, column, isEliminated.map(Number), patch, attempts].join(';');
  const reduction = reduce(hopping, isEliminated);
  const elimination = remembered(key, () => findOrder(reduction, patch, attempts));
  return layOut(reduction, postorder(elimination, patch.length), patch.length);
}

/** Cost of opening a patch apart from its own inverse, in block multiply-adds, for an order found at the first attempt. */
export function estimateOperations(
  hopping: HoppingMatrix,
  isEliminated: readonly boolean[],
  patch: readonly number[],
): number {
  const reduction = reduce(hopping, isEliminated);
  const { structure } = findOrder(reduction, patch, 1);
  const factorisation = structure
    .slice(0, structure.length - patch.length)
    .reduce((sum, { length: d }) => sum + d * d + d, 0);
  // Adding a block to the matrix costs about as much as a multiply-add: both are loads and stores.
  const assembly = reduction.eliminated.reduce((sum, { neighbours: { length } }) => sum + length * length, 0);
  return factorisation + assembly;
}

function findOrder(reduction: Reduction, patch: readonly number[], attempts?: number): Elimination {
  const last = patch.map((site) => reduction.retained.indexOf(site));
  return eliminationOrder(neighbourLists(reduction.retained.length, coupledPairs(reduction)), last, attempts);
}

function layOut(reduction: Reduction, elimination: Elimination, patchSize: number): FactorPattern {
  const { order: vertices, operations } = elimination;
  const rank = new Int32Array(vertices.length);
  vertices.forEach((v, k) => {
    rank[v] = k;
  });
  const rows = elimination.structure.map((row) => row.map((v) => rank[v]).sort((a, b) => a - b));
  const slots = slotsOf(rows);
  return {
    siteCount: reduction.siteCount,
    pivotSite: Int32Array.from(vertices, (v) => reduction.retained[v]),
    patchSize,
    slotCount: slots.count,
    operations,
    base: slots.base,
    rowStart: starts(rows.map((row) => row.length)),
    row: Int32Array.from(rows.flat()),
    ...updates(slots),
    ...closedFormTargets(reduction, rank, slots),
    ...directTargets(reduction, rank, slots),
  };
}

/** The slots of the blocks (i, j) of the factor, whose rows ascend. */
interface Slots {
  readonly rows: readonly (readonly number[])[];
  /** Slot of the diagonal block of each pivot. */
  readonly base: Int32Array;
  readonly count: number;
}

function slotsOf(rows: readonly (readonly number[])[]): Slots {
  const ends = starts(rows.map((row) => 1 + 2 * row.length));
  return { rows, base: ends.slice(0, -1), count: ends[rows.length] };
}

function slotOf({ rows, base }: Slots, i: number, j: number): number {
  if (i === j) return base[i];
  const [owner, other] = i < j ? [i, j] : [j, i];
  return base[owner] + 1 + 2 * rows[owner].indexOf(other) + (i < j ? 0 : 1);
}

/** The targets of pivot k in row i = row[a] are among the later pivots of i: both ascend, so one walk along that row finds them all. */
function updates({ rows, base }: Slots) {
  const updateStart = starts(rows.map(({ length: d }) => (d * (d - 1)) / 2));
  const update = new Int32Array(updateStart[rows.length]);
  let filled = 0;
  for (const row of rows) {
    for (let a = 0; a < row.length; a++) {
      const later = rows[row[a]];
      let place = 0;
      for (let b = a + 1; b < row.length; b++) {
        while (later[place] !== row[b]) place++;
        update[filled++] = base[row[a]] + 1 + 2 * place;
      }
    }
  }
  return { updateStart, update };
}

function closedFormTargets({ eliminated }: Reduction, rank: Int32Array, slots: Slots) {
  const targets = eliminated.flatMap(({ neighbours, real, imaginary }) =>
    neighbours.flatMap((a, m) =>
      neighbours.map((c, n) => ({
        slot: slotOf(slots, rank[a], rank[c]),
        real: real[m] * real[n] + imaginary[m] * imaginary[n],
        imaginary: imaginary[m] * real[n] - real[m] * imaginary[n],
      })),
    ),
  );
  return {
    eliminatedSite: Int32Array.from(eliminated, ({ site }) => site),
    targetStart: starts(eliminated.map(({ neighbours: { length } }) => length * length)),
    target: Int32Array.from(targets, ({ slot }) => slot),
    targetReal: Float64Array.from(targets, ({ real }) => real),
    targetImaginary: Float64Array.from(targets, ({ imaginary }) => imaginary),
  };
}

function directTargets({ direct }: Reduction, rank: Int32Array, slots: Slots) {
  return {
    direct: Int32Array.from(
      direct.flatMap(({ row, column }) => [
        slotOf(slots, rank[row], rank[column]),
        slotOf(slots, rank[column], rank[row]),
      ]),
    ),
    directReal: Float64Array.from(direct, ({ real }) => real),
    directImaginary: Float64Array.from(direct, ({ imaginary }) => imaginary),
  };
}

/** Running sums: where each of the consecutive ranges begins, and the end of the last. */
function starts(lengths: readonly number[]): Int32Array {
  const result = new Int32Array(lengths.length + 1);
  lengths.forEach((length, k) => {
    result[k + 1] = result[k] + length;
  });
  return result;
}
