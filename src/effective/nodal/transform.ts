/** The orthogonal transform from sites to real plane waves, in which everything that commutes with translations is diagonal. */
import type { Lattice } from '../../lattice/lattice.ts';
import { type AxisWave, axisStages, axisWaves, type SmallMatrix } from './axis-waves.ts';
import { type Entry, type SparseMatrix, sparseMatrix, transpose } from './sparse.ts';

export interface Transform {
  /** Matrices from sites to waves, the first to be applied first. */
  readonly forward: readonly SparseMatrix[];
  /** The way back: their transposes in reverse order. */
  readonly backward: readonly SparseMatrix[];
  /** The number of the momentum k = Σ_d (n_d + θ_d)/L_d b_d of every wave, cos k·r or sin k·r; that of −k would do as well. */
  readonly momentum: Int32Array;
}

/** Waves cos k·r and sin k·r of one pair ±k, k in turns around each axis; the places they stand at. */
interface Wave {
  readonly turns: readonly number[];
  readonly cosine: number;
  readonly sine?: number;
}

/** The transform for waves with a twist, 0 or ½ turns along each axis, of periodic lattices with one site per cell. `order`: the site of the lattice at every place. */
export function realTransform(
  { spec: { size }, siteCount }: Lattice,
  twist: readonly number[],
  order: readonly number[],
): Transform {
  const fraction = twist.map((turns) => turns - Math.floor(turns));
  const axes = size.map((length, d) => axisWaves(length, fraction[d]));
  const strides = size.map((_, d) => size.slice(0, d).reduce((product, length) => product * length, 1));
  const along = size.flatMap((length, d) =>
    axisStages(length, axes[d]).map((matrix) => onAxis(matrix, strides[d], siteCount)),
  );
  let waves: Wave[] = [{ turns: [], cosine: 0 }];
  const mixing: Map<number, Entry[]>[] = [];
  axes.forEach((axis, d) => {
    const rows = new Map<number, Entry[]>();
    waves = waves.flatMap((wave) => axis.flatMap((other) => combine(wave, other, strides[d], rows)));
    if (rows.size > 0) mixing.push(spreadOver(rows, strides[d] * size[d], siteCount));
  });
  const mixed = mixing.map((rows) =>
    sparseMatrix(Array.from({ length: siteCount }, (_, i) => rows.get(i) ?? [[i, 1]])),
  );
  const forward = [...along, ...mixed];
  forward[0] = reorderedColumns(forward[0], order);
  return { forward, backward: forward.map(transpose).reverse(), momentum: momenta(waves, twist, size, siteCount) };
}

/** 1 ⊗ M ⊗ 1 with M along the axis of this stride. */
function onAxis(matrix: SmallMatrix, stride: number, count: number): SparseMatrix {
  const length = matrix.length;
  return sparseMatrix(
    Array.from({ length: count }, (_, i) => {
      const at = Math.floor(i / stride) % length;
      const start = i - at * stride;
      return matrix[at].flatMap((value, x): Entry[] => (value === 0 ? [] : [[start + x * stride, value]]));
    }),
  );
}

/**
 * The waves of k ± κ from products of those of k with those of an axis, cos cos, sin sin, sin cos and cos sin; where all four exist the sums and differences that they are
 * go to `rows`.
 */
function combine(wave: Wave, { turns, cosine, sine }: AxisWave, stride: number, rows: Map<number, Entry[]>): Wave[] {
  const at = cosine * stride;
  const plus = [...wave.turns, turns];
  if (sine === undefined)
    return [{ turns: plus, cosine: wave.cosine + at, ...(wave.sine === undefined ? {} : { sine: wave.sine + at }) }];
  const beside = sine * stride;
  if (wave.sine === undefined) return [{ turns: plus, cosine: wave.cosine + at, sine: wave.cosine + beside }];
  const [cc, ss, sc, cs] = [wave.cosine + at, wave.sine + beside, wave.sine + at, wave.cosine + beside];
  const half = Math.sqrt(0.5);
  rows.set(cc, [
    [cc, half],
    [ss, -half],
  ]);
  rows.set(ss, [
    [cc, half],
    [ss, half],
  ]);
  rows.set(sc, [
    [sc, half],
    [cs, half],
  ]);
  rows.set(cs, [
    [sc, half],
    [cs, -half],
  ]);
  return [
    { turns: plus, cosine: cc, sine: sc },
    { turns: [...wave.turns, -turns], cosine: ss, sine: cs },
  ];
}

/** The same rows for all places along the axes that follow; `period`: their stride. */
function spreadOver(rows: ReadonlyMap<number, Entry[]>, period: number, count: number): Map<number, Entry[]> {
  const all = new Map<number, Entry[]>();
  for (let start = 0; start < count; start += period)
    for (const [row, entries] of rows)
      all.set(
        start + row,
        entries.map(([column, value]) => [start + column, value]),
      );
  return all;
}

function momenta(waves: readonly Wave[], twist: readonly number[], size: readonly number[], count: number): Int32Array {
  const momentum = new Int32Array(count);
  for (const { turns, cosine, sine } of waves) {
    const numbers = turns.map((kappa, d) => modulo(kappa - twist[d], size[d]));
    const k = numbers.reduceRight((sum, n, d) => n + size[d] * sum, 0);
    momentum[cosine] = k;
    if (sine !== undefined) momentum[sine] = k;
  }
  return momentum;
}

const modulo = (n: number, length: number): number => n - length * Math.floor(n / length);

/** Columns of a matrix by place: the site order[i] stands at place i. */
function reorderedColumns(matrix: SparseMatrix, order: readonly number[]): SparseMatrix {
  const place = new Int32Array(order.length);
  order.forEach((site, i) => {
    place[site] = i;
  });
  return { ...matrix, column: matrix.column.map((site) => place[site]) };
}
