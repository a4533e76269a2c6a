/** Synthetic studies that collapse, with known critical point and exponents. */
import { philoxStream } from '../../src/numeric/philox.ts';
import { type Collapse, collapse, type ScalingCurve } from '../../src/statistics/collapse.ts';
import type { GivenParameters } from '../../src/statistics/collapse-parameters.ts';
import { noisyCurve, spaced } from './curves.ts';

export const critical = 1;
export const inverseNu = 1 / 0.7;

/** y = L^a f(t (1 + b t) L^{1/ν}) (1 + c/L), t = x − 1, with relative errors. `correction`: c; `bend`: b. */
export function study(
  sizes: readonly number[],
  exponent: number,
  error: number,
  seed: number,
  x = spaced(0.8, 1.23, 8),
  correction = 0,
  bend = 0,
): ScalingCurve[] {
  const random = philoxStream(21, seed);
  return sizes.map((size) => {
    const scale = size ** exponent * (1 + correction / size);
    const field = (t: number) => t * (1 + bend * t) * size ** inverseNu;
    const f = (at: number) => scale * (1.3 + 0.2 * Math.tanh(field(at - critical) / 4));
    return { size, points: noisyCurve(x, f, error * size ** exponent, random, 60) };
  });
}

export function collapsed(curves: readonly ScalingCurve[], given: GivenParameters): Collapse {
  const found = collapse(curves, given);
  if (found.kind !== 'collapse') throw new Error(found.kind);
  return found;
}
