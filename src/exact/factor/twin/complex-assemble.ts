/** Twin of kernels/complex/assemble.ts: the reduced matrix w + i(H − μ) in its slots, one shift at a time. */
import type { FactorPattern } from '../../pattern/pattern.ts';
import type { PoleProblem } from '../problem.ts';
import { storeScaled } from './complex.ts';

export function assemble(
  pattern: FactorPattern,
  { halfCouplings, levels }: PoleProblem,
  values: Float64Array,
  spins: Float64Array,
  w: number,
): void {
  values.fill(0);
  pattern.pivotSite.forEach((site, k) => {
    const [x, y, z] = scaledSpin(spins, site, halfCouplings[site]);
    const level = levels[site];
    values.set([w, level + z, y, x, -y, x, w, level - z], 8 * pattern.base[k]);
  });
  addDirect(pattern, values);
  const inverse = new Float64Array(8);
  pattern.eliminatedSite.forEach((site, b) => {
    eliminatedInverse(spins, site, halfCouplings[site], levels[site], w, inverse);
    for (let e = pattern.targetStart[b]; e < pattern.targetStart[b + 1]; e++) {
      addScaled(values, 8 * pattern.target[e], pattern.targetReal[e], pattern.targetImaginary[e], inverse, 0);
    }
  });
}

export function scaledSpin(spins: Float64Array, site: number, h: number): [number, number, number] {
  return [h * spins[3 * site], h * spins[3 * site + 1], h * spins[3 * site + 2]];
}

export function addDirect({ direct, directReal, directImaginary }: FactorPattern, values: Float64Array): void {
  directReal.forEach((re, e) => {
    const im = directImaginary[e];
    values.set([-im, re, 0, 0, 0, 0, -im, re], 8 * direct[2 * e]);
    values.set([im, re, 0, 0, 0, 0, im, re], 8 * direct[2 * e + 1]);
  });
}

/** (ω − ih S_b·σ)/(ω² + h²), ω = w + iε. */
export function eliminatedInverse(
  spins: Float64Array,
  site: number,
  h: number,
  level: number,
  w: number,
  out: Float64Array,
): void {
  const [x, y, z] = scaledSpin(spins, site, h);
  const re = w * w + (h * h - level * level);
  const im = 2 * level * w;
  const norm = re * re + im * im;
  const f: [number, number] = [re / norm, -(im / norm)];
  storeScaled(out, 0, f, w, level - z);
  storeScaled(out, 2, f, -y, -x);
  storeScaled(out, 4, f, y, -x);
  storeScaled(out, 6, f, w, level + z);
}

/** values[block] += (re + i im) source[from]. */
export function addScaled(
  values: Float64Array,
  block: number,
  re: number,
  im: number,
  source: Float64Array,
  from: number,
): void {
  for (let c = 0; c < 8; c += 2) {
    const zr = source[from + c];
    const zi = source[from + c + 1];
    values[block + c] += re * zr - im * zi;
    values[block + c + 1] += re * zi + im * zr;
  }
}
