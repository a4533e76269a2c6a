/** The curves of a synthetic study: dimensionless quantities that cross at 1, m² and χ with known exponents. */
import { philoxStream } from '../../../src/numeric/philox.ts';
import type { SizeCurves } from '../../../src/results/study/size-curves.ts';
import { noisyCurve, spaced } from '../../statistics/curves.ts';

export const nu = 0.7;
export const betaOverNu = 0.52;
export const gammaOverNu = 1.96;

const TEMPERATURES = spaced(0.8, 1.23, 8);
const REPLICAS = 100;

/** `shift`: of the crossing of each size, times 1/L. */
export function syntheticCurves(sizes: readonly number[], error: number, shift = 0, at = {}): SizeCurves {
  const master = (length: number, x: number) =>
    1.3 + 0.2 * Math.tanh(((x - 1 - shift / length) * length ** (1 / nu)) / 4);
  const exponents = new Map([
    ['leadingBinderRatio', 0],
    ['correlationLengthRatio', 0],
    ['leadingOrder2', -2 * betaOverNu],
    ['leadingSusceptibility', gammaOverNu],
  ]);
  const names = [...exponents.keys()];
  return {
    key: 'model.temperature',
    at,
    sizes: sizes.map((length) => ({
      size: [length, length, length],
      length,
      leading: 'structureFactor_0_0_0',
      curve(name) {
        const scale = length ** (exponents.get(name) as number);
        const random = philoxStream(31, 100 * names.indexOf(name) + length);
        return noisyCurve(TEMPERATURES, (x) => scale * master(length, x), error * scale, random, REPLICAS);
      },
    })),
  };
}
