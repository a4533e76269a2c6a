/** Twin of kernels/complex/spectral.ts, one energy at a time. */
import type { FactorPattern } from '../../pattern/pattern.ts';
import { multiplyLeft } from './block-algebra.ts';
import { complexAlgebra } from './complex.ts';
import { addDirect, scaledSpin } from './complex-assemble.ts';
import { factorise } from './factorise.ts';
import { invertSelected } from './invert.ts';

const { size, subtractProduct, scaledInverse } = complexAlgebra;

/** What is kept from energy to energy. */
interface SpectralSystem {
  readonly pattern: FactorPattern;
  readonly spins: Float64Array;
  /** J_i/2. */
  readonly halfCouplings: Float64Array;
  /** T_ii. */
  readonly levels: Float64Array;
  readonly broadening: number;
  /** A pair (real, imaginary) for each site of each wave. */
  readonly waves: Float64Array;
  readonly products: Float64Array;
}

/** Writes what waves, then sites see of the resolvent at one energy to every second place of `out` from `start` on. */
export function spectralAt(system: SpectralSystem, energy: number, out: Float64Array, start: number): void {
  const { pattern, waves, products } = system;
  const { pivotSite, siteCount, base, slotCount } = pattern;
  const values = new Float64Array(size * slotCount);
  const work = new Float64Array(size * siteCount);
  assembleAt(system, values, energy);
  factorise(complexAlgebra, pattern, values, products, 0);
  const waveCount = waves.length / (2 * siteCount);
  for (let m = 0; m < waveCount; m++) {
    const wave = waves.subarray(2 * m * siteCount, 2 * (m + 1) * siteCount);
    solve(pattern, values, wave, work);
    out[start + 2 * m] = overlap(pattern, wave, work);
  }
  const inverse = new Float64Array(values.length);
  invertSelected(complexAlgebra, pattern, values, inverse);
  pivotSite.forEach((site, k) => {
    out[start + 2 * (waveCount + site)] = inverse[size * base[k]] + inverse[size * base[k] + 6];
  });
}

function assembleAt(
  { pattern, spins, halfCouplings, levels, broadening: w }: SpectralSystem,
  values: Float64Array,
  energy: number,
): void {
  pattern.pivotSite.forEach((site, k) => {
    const [x, y, z] = scaledSpin(spins, site, halfCouplings[site]);
    const level = levels[site] - energy;
    values.set([w, level + z, y, x, -y, x, w, level - z], size * pattern.base[k]);
  });
  addDirect(pattern, values);
}

function solve(
  { pivotSite, base, rowStart, row }: FactorPattern,
  values: Float64Array,
  wave: Float64Array,
  x: Float64Array,
) {
  const [inverse, scratch] = [new Float64Array(size), new Float64Array(size)];
  pivotSite.forEach((site, k) => {
    const [re, im] = [wave[2 * site], wave[2 * site + 1]];
    x.set([re, im, 0, 0, 0, 0, re, im], size * k);
  });
  for (let k = 0; k < base.length; k++)
    for (let a = rowStart[k]; a < rowStart[k + 1]; a++)
      subtractProduct(x, size * row[a], values, size * (base[k] + 2 + 2 * (a - rowStart[k])), x, size * k);
  for (let k = base.length - 1; k >= 0; k--) {
    for (let a = rowStart[k]; a < rowStart[k + 1]; a++)
      subtractProduct(x, size * k, values, size * (base[k] + 1 + 2 * (a - rowStart[k])), x, size * row[a]);
    scaledInverse(values, size * base[k], -1, inverse, 0);
    multiplyLeft(complexAlgebra, x, size * k, inverse, scratch);
  }
}

function overlap({ pivotSite }: FactorPattern, wave: Float64Array, x: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < pivotSite.length; k++) {
    const [re, im] = [wave[2 * pivotSite[k]], wave[2 * pivotSite[k] + 1]];
    sum += re * (x[size * k] + x[size * k + 6]) + im * (x[size * k + 1] + x[size * k + 7]);
  }
  return sum;
}
