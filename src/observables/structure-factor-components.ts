/** Structure factors of the components of the spins along and across a direction. */
import type { ModelParameters } from '../exact/model.ts';
import { measuredDirection } from './direction.ts';
import type { Observable } from './observable.ts';
import { projectedStructureFactors } from './structure-factor.ts';

/** S(q) along n and across it, n as of measuredDirection; their sum is S(q). */
export function structureFactorComponents(parameters: ModelParameters): Observable[] {
  const { lattice } = parameters;
  const { vector, words } = measuredDirection(parameters);
  return [
    ...projectedStructureFactors(parameters, projection(vector, 'along', lattice.siteCount), {
      name: 'structureFactorAlong',
      formula: `S_∥(q) = |Σ_i (S_i·n) e^{iq·r_i}|²/N, ${words}; averaged and named as S(q)`,
    }),
    ...projectedStructureFactors(parameters, projection(vector, 'across', lattice.siteCount), {
      name: 'structureFactorAcross',
      formula: `S_⊥(q) = S(q) − S_∥(q), ${words}: of the components across it, two of three for spins without a direction`,
    }),
  ];
}

/** (S·n) n of every spin, or S − (S·n) n; the array is reused. */
function projection(
  [x, y, z]: readonly [number, number, number],
  part: 'along' | 'across',
  siteCount: number,
): (spins: Float64Array) => Float64Array {
  const projected = new Float64Array(3 * siteCount);
  return (spins) => {
    for (let i = 0; i < spins.length; i += 3) {
      const along = x * spins[i] + y * spins[i + 1] + z * spins[i + 2];
      projected[i] = part === 'along' ? along * x : spins[i] - along * x;
      projected[i + 1] = part === 'along' ? along * y : spins[i + 1] - along * y;
      projected[i + 2] = part === 'along' ? along * z : spins[i + 2] - along * z;
    }
    return projected;
  };
}
