/** Random unit vectors. */
import { fillNormal } from './normal.ts';
import type { RandomStream } from './philox.ts';

/**
 * A unit vector, uniform on the sphere, into out[offset … offset + 2].
 *
 * G. Marsaglia, "Choosing a point from the surface of a sphere", Ann. Math. Statist. 43, 645 (1972).
 */
export function randomDirection(random: RandomStream, out: Float64Array, offset: number): void {
  let u: number;
  let v: number;
  let square: number;
  do {
    u = 2 * random.nextUniform() - 1;
    v = 2 * random.nextUniform() - 1;
    square = u * u + v * v;
  } while (square >= 1);
  const scale = 2 * Math.sqrt(1 - square);
  out[offset] = u * scale;
  out[offset + 1] = v * scale;
  out[offset + 2] = 1 - 2 * square;
}

/** Independent random unit vectors, `count` of them: x y z of the first, of the second, … */
export function randomDirections(random: RandomStream, count: number): Float64Array {
  const out = new Float64Array(3 * count);
  for (let i = 0; i < count; i++) randomDirection(random, out, 3 * i);
  return out;
}

const step = new Float64Array(3);

/**
 * Moves the unit vector `from` by an isotropic Gaussian step, standard deviation `amplitude` per component, and normalises.
 *
 * The proposal is symmetric: its density depends on the old and the new direction through the angle between them only.
 * `out` may be `from`.
 */
export function perturbDirection(
  random: RandomStream,
  amplitude: number,
  from: Float64Array,
  fromOffset: number,
  out: Float64Array,
  outOffset: number,
): void {
  fillNormal(random, step);
  const x = from[fromOffset] + amplitude * step[0];
  const y = from[fromOffset + 1] + amplitude * step[1];
  const z = from[fromOffset + 2] + amplitude * step[2];
  const scale = 1 / Math.sqrt(x * x + y * y + z * z);
  out[outOffset] = x * scale;
  out[outOffset + 1] = y * scale;
  out[outOffset + 2] = z * scale;
}
