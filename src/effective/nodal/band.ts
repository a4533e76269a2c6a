/** Shells in momentum space: the form factors of shell sums, and the band of free electrons. */
import type { ModelParameters } from '../../exact/model.ts';
import type { Lattice } from '../../lattice/lattice.ts';
import { neighbourShells, type Shell } from '../../lattice/shells.ts';
import { cosTurns } from '../../numeric/elementary.ts';

/**
 * P_s(q) = Σ_{δ∈s} cos q·δ over all δ of shell s, both directions, at every wave number: what the shell sum Σ_δ S_{i+δ} does to the
 * Fourier component S_q. One site per cell. Shell 0 is the site itself, P_0 = 1.
 */
function formFactor(
  { spec, infinite }: Lattice,
  shell: number,
  waveNumbers: readonly (readonly number[])[],
): Float64Array {
  if (shell === 0) return new Float64Array(waveNumbers.length).fill(1);
  const displacements = neighbourShells(infinite)(shell);
  return Float64Array.from(waveNumbers, (waveNumber) => sumOfCosines(displacements, waveNumber, spec.size));
}

/** ε_k = −Σ_s t_s P_s(k), k = Σ_d (n_d + θ_d)/L_d b_d: a twist by θ_d turns shifts the momenta of the electrons. */
export function band({ lattice, hopping }: ModelParameters, waveNumbers: readonly (readonly number[])[]): Float64Array {
  const shifted = waveNumbers.map((waveNumber) => waveNumber.map((n, d) => n + lattice.spec.twist[d]));
  const energies = new Float64Array(waveNumbers.length);
  hopping.forEach((amplitude, index) => {
    const factor = formFactor(lattice, index + 1, shifted);
    for (let k = 0; k < energies.length; k++) energies[k] -= amplitude * factor[k];
  });
  return energies;
}

function sumOfCosines(displacements: Shell, waveNumber: readonly number[], size: readonly number[]): number {
  const turns = ({ vector }: Shell[number]) => vector.reduce((sum, n, d) => sum + (n * waveNumber[d]) / size[d], 0);
  return displacements.reduce((sum, displacement) => sum + 2 * cosTurns(turns(displacement)), 0);
}
