/** An infinite lattice is described redundantly; here its keys are checked against each other. A wrong symmetry would give wrong shells, silently. */
import { InputError } from '../../errors.ts';
import { aboutCentre } from '../displacements.ts';
import { locate, multiply } from '../integer.ts';
import type { InfiniteLattice, IntegerMatrix } from './infinite-lattice.ts';

/** Relative difference, at most, of lengths that follow from the same geometry in different ways. */
const ROUNDING = 1e-12;

/** Checks that all keys fit together; throws InputError, which names the first that does not. */
export function checkInfiniteLattice(infinite: InfiniteLattice): void {
  checkShapes(infinite);
  if (!isProportional(dotProducts(infinite), infinite.gram))
    throw wrong('gram', 'the dot products of the primitive vectors');
  for (const generator of infinite.generators) {
    const turned = multiply(multiply(transposed(generator), infinite.gram), generator);
    if (String(turned) !== String(infinite.gram)) throw wrong('generators', 'matrices that keep lengths', generator);
    const sites = infinite.basis.map((point) => locate(infinite, aboutCentre(infinite, generator, point)));
    if (sites.includes(undefined)) throw wrong('generators', 'matrices that take sites to sites', generator);
  }
}

function checkShapes({ dimension, primitiveVectors, scale, basis, gram, centre, generators }: InfiniteLattice): void {
  if (![1, 2, 3].includes(dimension)) throw wrong('dimension', '1, 2 or 3', dimension);
  if (!(Number.isInteger(scale) && scale >= 1)) throw wrong('scale', 'a whole number, 1 or more', scale);
  const isVector = (vector: readonly number[]) => vector.length === dimension && vector.every(Number.isInteger);
  const isMatrix = (matrix: IntegerMatrix) => matrix.length === dimension && matrix.every(isVector);
  if (!isMatrix(primitiveVectors.map((vector) => vector.map(() => 0))))
    throw wrong('primitiveVectors', `${dimension} of ${dimension} numbers`);
  if (!isMatrix(gram)) throw wrong('gram', 'a matrix of whole numbers', gram);
  if (!isVector(centre)) throw wrong('centre', 'whole numbers', centre);
  if (!generators.every(isMatrix)) throw wrong('generators', 'matrices of whole numbers', generators);
  const isInCell = (point: readonly number[]) => isVector(point) && point.every((n) => n >= 0 && n < scale);
  const different = new Set(basis.map(String)).size === basis.length;
  if (basis.length === 0 || !different || !basis.every(isInCell))
    throw wrong('basis', `different points, whole numbers from 0 to ${scale - 1}`, basis);
}

const dotProducts = ({ primitiveVectors }: InfiniteLattice): number[][] =>
  primitiveVectors.map((a) => primitiveVectors.map((b) => a.reduce((sum, value, c) => sum + value * b[c], 0)));

function isProportional(a: readonly (readonly number[])[], b: IntegerMatrix): boolean {
  const factor = a[0][0] / b[0][0];
  return a.every((row, i) => row.every((value, j) => Math.abs(value - factor * b[i][j]) <= ROUNDING * a[0][0]));
}

const transposed = (matrix: IntegerMatrix): number[][] => matrix.map((_, d) => matrix.map((row) => row[d]));

const wrong = (key: string, expected: string, found?: unknown) =>
  new InputError(
    `your own lattice, ${key}: expected ${expected}, found ${found === undefined ? 'others' : JSON.stringify(found)}`,
  );
