/** Symmetry operations on configurations; the argument stays as it is. */

/** Every spin multiplied by a 3 × 3 matrix, given by rows: a rotation or reflection of spin space. */
export function rotateConfiguration(spins: Float64Array, matrix: readonly (readonly number[])[]): Float64Array {
  const rotated = new Float64Array(spins.length);
  for (let i = 0; i < spins.length; i += 3) {
    for (let c = 0; c < 3; c++) {
      rotated[i + c] = matrix[c][0] * spins[i] + matrix[c][1] * spins[i + 1] + matrix[c][2] * spins[i + 2];
    }
  }
  return rotated;
}

/** The spin of site i goes to site image[i]. */
export function permuteConfiguration(spins: Float64Array, image: Int32Array): Float64Array {
  const moved = new Float64Array(spins.length);
  image.forEach((to, from) => {
    moved.set(spins.subarray(3 * from, 3 * from + 3), 3 * to);
  });
  return moved;
}
