/** Symmetry operations on configurations; the argument stays as it is. */
import { InputError } from '../errors.ts';
import { checkFinite, checkLength } from '../numeric/check-array.ts';

/** Every spin multiplied by a 3 × 3 matrix, given by rows: a rotation or reflection of spin space. Throws InputError for other shapes. */
export function rotateConfiguration(spins: Float64Array, matrix: readonly (readonly number[])[]): Float64Array {
  if (spins.length % 3 !== 0) throw new InputError(`spins: expected 3 numbers per site, found ${spins.length} in all`);
  checkMatrix(matrix);
  const rotated = new Float64Array(spins.length);
  for (let i = 0; i < spins.length; i += 3) {
    for (let c = 0; c < 3; c++) {
      rotated[i + c] = matrix[c][0] * spins[i] + matrix[c][1] * spins[i + 1] + matrix[c][2] * spins[i + 2];
    }
  }
  return rotated;
}

/** The spin of site i goes to site image[i]. Throws InputError unless there is one image per spin. */
export function permuteConfiguration(spins: Float64Array, image: Int32Array): Float64Array {
  checkLength('spins', spins, 3 * image.length);
  const moved = new Float64Array(spins.length);
  image.forEach((to, from) => {
    moved.set(spins.subarray(3 * from, 3 * from + 3), 3 * to);
  });
  return moved;
}

function checkMatrix(matrix: readonly (readonly number[])[]): void {
  if (matrix?.length !== 3) throw new InputError(`matrix: expected 3 rows, found ${matrix?.length}`);
  for (const [row, entries] of matrix.entries()) {
    checkLength(`matrix, row ${row}`, entries, 3);
    checkFinite(`matrix, row ${row}`, entries);
  }
}
