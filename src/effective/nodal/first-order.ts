/** H_1 = Σ_i φ_a(i) φ_b(i) s̃_i·σ between orbitals of one group. */
import type { Groups } from './groups.ts';
import type { SpinMatrix } from './spin-matrix.ts';

export function addFirstOrder(
  { count: groupCount, siteStart, orbitalStart, siteOrder, orbitals }: Groups,
  smeared: Float64Array,
  { size, x, y, z }: SpinMatrix,
): void {
  const count = siteOrder.length;
  for (let p = 0; p < groupCount; p++)
    for (let a = orbitalStart[p]; a < orbitalStart[p + 1]; a++)
      for (let b = orbitalStart[p]; b <= a; b++) {
        let [sx, sy, sz] = [0, 0, 0];
        for (let i = siteStart[p]; i < siteStart[p + 1]; i++) {
          const weight = orbitals[a * count + i] * orbitals[b * count + i];
          sx += weight * smeared[3 * i];
          sy += weight * smeared[3 * i + 1];
          sz += weight * smeared[3 * i + 2];
        }
        x[a * size + b] = x[b * size + a] = sx;
        y[a * size + b] = y[b * size + a] = sy;
        z[a * size + b] = z[b * size + a] = sz;
      }
}

/** ds̃_i += 2 Σ_ab v_ab φ_a(i) φ_b(i), v symmetric. */
export function firstOrderBack(
  { count: groupCount, siteStart, orbitalStart, siteOrder, orbitals }: Groups,
  { size, x, y, z }: SpinMatrix,
  out: Float64Array,
): void {
  const count = siteOrder.length;
  for (let p = 0; p < groupCount; p++)
    for (let a = orbitalStart[p]; a < orbitalStart[p + 1]; a++)
      for (let b = orbitalStart[p]; b <= a; b++) {
        const times = a === b ? 2 : 4;
        const e = a * size + b;
        const [vx, vy, vz] = [times * x[e], times * y[e], times * z[e]];
        for (let i = siteStart[p]; i < siteStart[p + 1]; i++) {
          const weight = orbitals[a * count + i] * orbitals[b * count + i];
          out[3 * i] += weight * vx;
          out[3 * i + 1] += weight * vy;
          out[3 * i + 2] += weight * vz;
        }
      }
}
