/** Configurations from arrays of NumPy, by their shapes. */
import { InputError } from '../../errors.ts';
import type { Lattice } from '../../lattice/lattice.ts';
import { checkedConfiguration, type SpinsOptions } from './configurations.ts';
import { decodeNpy, type NpyArray, shapeWords } from './npy.ts';

/**
 * Reads configurations. With N sites the shape is (N, 3), (M, N, 3) for M of them, or that of the lattice with x the last but one index, so that the numbers stand in the order of
 * the sites: (L_y, L_x, 3), (L_z, L_y, L_x, 3), and (L_y, L_x, n, 3) with n sites per cell. (3, N) is turned round, unless N is 3.
 *
 * Throws InputError for another shape, with those that would do.
 */
export function parseNpySpins(bytes: Uint8Array, file: string, options: SpinsOptions): Float64Array[] {
  const { values, count, isSingle } = arranged(decodeNpy(bytes, file), file, options.lattice);
  const length = values.length / count;
  const lengthNote = isSingle ? 'float32 numbers have seven digits' : undefined;
  return Array.from({ length: count }, (_, index) =>
    checkedConfiguration(
      {
        values: values.subarray(index * length, (index + 1) * length),
        where: `${file}: configuration ${index}`,
        lengthNote,
      },
      options,
    ),
  );
}

interface Arranged extends NpyArray {
  /** Number of configurations. */
  readonly count: number;
}

function arranged(array: NpyArray, file: string, lattice: Lattice): Arranged {
  const { shape } = array;
  const shapes = shapesOf(lattice);
  if (shapes.some((known) => isSame(known, shape))) return { ...array, count: 1 };
  if (shape[0] > 0 && shapes.some((known) => isSame(known, shape.slice(1)))) return { ...array, count: shape[0] };
  if (isSame(shape, [3, lattice.siteCount])) return { ...array, values: transposed(array.values), count: 1 };
  throw wrongShape(array, file, lattice, shapes);
}

/** The shapes of one configuration. */
function shapesOf({ siteCount, basisCount, spec: { size } }: Lattice): number[][] {
  const cells = [...size].reverse();
  return [[siteCount, 3], basisCount === 1 ? [...cells, 3] : [...cells, basisCount, 3]];
}

const isSame = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((length, d) => length === b[d]);

/** x of all sites, then y, then z become x y z of site 0, … */
function transposed(values: Float64Array): Float64Array {
  const sites = values.length / 3;
  return values.map((_, k) => values[(k % 3) * sites + Math.floor(k / 3)]);
}

function wrongShape({ shape }: NpyArray, file: string, lattice: Lattice, shapes: readonly number[][]): InputError {
  const expected = shapes.map(shapeWords).join(' or ');
  const message = `${file}: expected the shape ${expected}, or (M, ${lattice.siteCount}, 3) for M configurations, found ${shapeWords(shape)}`;
  return new InputError(`${message}${hintFor(shape, lattice, shapes[1])}`);
}

function hintFor(shape: readonly number[], { siteCount, spec: { size } }: Lattice, cells: readonly number[]): string {
  const isReversed =
    isSame(shape.slice(0, size.length), size) && isSame(shape.slice(size.length), cells.slice(size.length));
  if (isReversed) {
    const axes = cells.map((_, d) => (d < size.length ? size.length - 1 - d : d));
    return `\n  its first index is x: did you mean spins.transpose(${axes.join(', ')})?`;
  }
  const numbers = shape.reduce((product, length) => product * length, 1);
  return numbers % 3 === 0 && numbers !== 3 * siteCount
    ? `\n  it holds ${numbers / 3} spins, and the lattice of the spec has ${siteCount} sites`
    : '';
}
