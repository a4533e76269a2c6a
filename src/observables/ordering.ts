/** The observables that measure how ordered the spins are, whatever the order is. */
import { spinCount } from '../lattice/disorder/occupation.ts';
import type { Lattice } from '../lattice/lattice.ts';
import { planeWaves } from '../lattice/plane-waves.ts';
import { sublatticeSigns } from './magnetization.ts';
import { structureFactorWaveNumbers } from './structure-factor.ts';
import type { HoppingOnLattice } from './wave-orbits.ts';

export interface OrderCandidate {
  /** The name of an observable. */
  readonly observable: string;
  /** Times this it is a structure factor, N for full order. */
  readonly scale: number;
}

/**
 * One observable for every kind of order that a structure factor shows: m_s² and m² come first, and stand for the S(q) that are N times these; then the
 * other S(q) in the order of their names. m_s² is among them on lattices too whose
 * wave vectors do not fit it.
 */
export function orderCandidates({ lattice, ...electrons }: HoppingOnLattice): OrderCandidate[] {
  const count = spinCount(lattice);
  const signs = sublatticeSigns(lattice);
  const factors = Object.entries(structureFactorWaveNumbers(lattice, electrons)).filter(
    ([, [n, ...others]]) => !(others.length === 0 && (isUniform(n) || (signs && isStaggered(lattice, n, signs)))),
  );
  return [
    ...(signs ? [{ observable: 'staggeredMagnetization2', scale: count }] : []),
    { observable: 'magnetization2', scale: count },
    ...factors.map(([observable]) => ({ observable, scale: 1 })),
  ];
}

const isUniform = (waveNumber: readonly number[]): boolean => waveNumber.every((n) => n === 0);

/** Whether e^{iq·r} is the sign of the sublattice on every site, up to a common phase. */
function isStaggered(lattice: Lattice, waveNumber: readonly number[], signs: Int8Array): boolean {
  const { cosines, phase } = planeWaves(lattice);
  const [count, phases] = [cosines.length, phase(waveNumber)];
  return phases.every((p, i) => 2 * ((p - phases[0] + count) % count) === (signs[i] === signs[0] ? 0 : count));
}
