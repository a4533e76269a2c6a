/** Forces straight from the levels and their vectors: what every fast route is tested against. */
import { type Ensemble, occupations } from '../averages.ts';
import { type Couplings, halfCouplings } from '../couplings.ts';
import type { EigenSystem } from './eigensystem.ts';

/**
 * −∂F/∂S_i = −(J_i/2) Tr[σ ρ_ii], Cartesian, x y z of site 0, of site 1, … (3N); ρ = f(H) (Hellmann-Feynman).
 * The part along S_i is kept. At T = 0 this is the force of the ground state, or the mean over its degenerate ones.
 */
export function fermionForces(
  { levels, vectors }: EigenSystem,
  couplings: Couplings,
  ensemble: Ensemble,
): Float64Array {
  const occupation = occupations(levels, ensemble);
  const halves = halfCouplings(couplings, levels.length / 2);
  const force = new Float64Array((3 * levels.length) / 2);
  for (let n = 0; n < levels.length; n++)
    for (let i = 0; i < levels.length / 2; i++) {
      const up = n * levels.length + 2 * i;
      const [x, y] = [vectors.real[up], vectors.imaginary[up]];
      const [u, v] = [vectors.real[up + 1], vectors.imaginary[up + 1]];
      const factor = -halves[i] * occupation[n];
      force[3 * i] += factor * 2 * (x * u + y * v);
      force[3 * i + 1] += factor * 2 * (x * v - y * u);
      force[3 * i + 2] += factor * (x * x + y * y - u * u - v * v);
    }
  return force;
}
