/** Waves on one of two sublattices: what a wave and its product with ±1 by sublattice make. */
import { applyAll } from './orbitals.ts';
import { diagonal, type Entry, sparseMatrix, transpose } from './sparse.ts';
import type { Transform } from './transform.ts';

/** How far from 0 and 1 products of orthonormal waves are by rounding. */
const CLOSE = 1e-9;

/**
 * The transform to waves of which the first half vanish on the second half of the sites and the others on the first: number j of either are one wave ψ_k on both, so that
 * a propagator with opposite values for k and k + Q leads from one to the other. Undefined where ±1 by half is not a plane wave Q.
 */
export function groupWaves({ forward, backward, momentum }: Transform): Transform | undefined {
  const count = momentum.length;
  const signs = diagonal(Float64Array.from(momentum, (_, i) => (2 * i < count ? 1 : -1)));
  const identity = Float64Array.from({ length: count * count }, (_, n) => (n % (count + 1) === 0 ? 1 : 0));
  const products = applyAll([...backward, signs, ...forward], identity, count);
  const images = Array.from(momentum, (_, wave) => imageOf(products.subarray(wave * count, (wave + 1) * count)));
  if (!images.every((image) => image !== undefined)) return undefined;
  const pairs = images.flatMap(([other, sign], wave) => (wave < other ? [{ wave, other, sign }] : []));
  const alone = (wanted: number) =>
    [...images.keys()].filter((wave) => images[wave][0] === wave && Math.sign(images[wave][1]) === wanted);
  const half = Math.sqrt(0.5);
  const rows = [1, -1].flatMap((group): Entry[][] => [
    ...pairs.map(({ wave, other, sign }): Entry[] => [
      [wave, half],
      [other, group * sign * half],
    ]),
    ...alone(group).map((wave): Entry[] => [[wave, 1]]),
  ]);
  const matrix = sparseMatrix(rows);
  return {
    forward: [...forward, matrix],
    backward: [transpose(matrix), ...backward],
    momentum: Int32Array.from(rows, ([[wave]]) => momentum[wave]),
  };
}

/** The wave that is left of a product, and its sign. */
function imageOf(products: Float64Array): readonly [wave: number, sign: number] | undefined {
  const wave = products.findIndex((value) => Math.abs(value) > CLOSE);
  const value = products[wave];
  return Math.abs(Math.abs(value) - 1) < CLOSE ? [wave, Math.sign(value)] : undefined;
}
