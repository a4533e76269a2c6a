/** Real waves on a ring of L points, and the stages that sums over them are made in. */
import { cosTurns, sinTurns } from '../../numeric/elementary.ts';

/** A square matrix of few rows, written as its rows. */
export type SmallMatrix = readonly (readonly number[])[];

/** The waves of ±κ, 0 ≤ κ ≤ L/2 turns around the ring: the numbers of cos 2πκx/L and of sin 2πκx/L, which vanishes for κ = 0 and L/2. */
export interface AxisWave {
  readonly turns: number;
  readonly cosine: number;
  readonly sine?: number;
}

/** All waves of κ = n + θ, θ = 0 or ½. */
export function axisWaves(length: number, twist: number): AxisWave[] {
  const waves: AxisWave[] = [];
  let count = 0;
  for (let turns = twist; 2 * turns <= length; turns++) {
    const isAlone = turns === 0 || 2 * turns === length;
    waves.push(isAlone ? { turns, cosine: count } : { turns, cosine: count, sine: count + 1 });
    count += isAlone ? 1 : 2;
  }
  return waves;
}

/** Elements below this are rounding errors. */
const NOTHING = 1e-12;
/** What a stage costs for every point on top of its elements, in elements: a store, and a loop begun. */
const STAGE = 2;

/**
 * The orthogonal matrix of all waves, wave by wave, as a product of sparse matrices, the first to be applied first. Sums and differences of mirror images x and −x, and of
 * x and L/2 − x, leave a half or a quarter of the elements; done where that is less work.
 */
export function axisStages(length: number, waves: readonly AxisWave[]): SmallMatrix[] {
  const matrix = waveMatrix(length, waves);
  const first = fold(length, (x) => (length - x) % length);
  const second = fold(length, (x) => (length + length / 2 - x) % length);
  const candidates = [[], [first], ...(length % 2 === 0 ? [[first, second]] : [])].map((folds) => [
    ...folds,
    folds.reduce((rest, folded) => product(rest, transposed(folded)), matrix),
  ]);
  return candidates.reduce((best, stages) => (work(stages) < work(best) ? stages : best));
}

function waveMatrix(length: number, waves: readonly AxisWave[]): SmallMatrix {
  return waves.flatMap(({ turns, sine }) => {
    const norm = Math.sqrt((sine === undefined ? 1 : 2) / length);
    const row = (wave: (turns: number) => number) =>
      Array.from({ length }, (_, x) => norm * wave(((turns * x) % length) / length));
    return sine === undefined ? [row(cosTurns)] : [row(cosTurns), row(sinTurns)];
  });
}

/** (x + x′)/√2 at the lower of two mirror images, (x − x′)/√2 at the upper one. */
function fold(length: number, mirror: (x: number) => number): SmallMatrix {
  const half = Math.sqrt(0.5);
  return Array.from({ length }, (_, x) => {
    const other = mirror(x);
    const row = new Array<number>(length).fill(0);
    row[x] = other === x ? 1 : x < other ? half : -half;
    if (other !== x) row[other] = half;
    return row;
  });
}

const transposed = (matrix: SmallMatrix): SmallMatrix => matrix.map((_, j) => matrix.map((row) => row[j]));

function product(a: SmallMatrix, b: SmallMatrix): SmallMatrix {
  const columns = transposed(b);
  return a.map((row) =>
    columns.map((column) => {
      const sum = row.reduce((total, value, k) => total + value * column[k], 0);
      return Math.abs(sum) < NOTHING ? 0 : sum;
    }),
  );
}

const work = (stages: readonly SmallMatrix[]): number =>
  stages.reduce((sum, matrix) => sum + matrix.flat().filter((value) => value !== 0).length + STAGE * matrix.length, 0);
