/** Spin structure factors at the wave vectors that fit the lattice. */
import type { Lattice } from '../lattice/lattice.ts';
import { momentumOrbits } from '../lattice/momentum-orbits.ts';
import { type PlaneWaves, planeWaves } from '../lattice/plane-waves.ts';
import type { Observable } from './observable.ts';

const DESCRIPTION = {
  formula:
    'S(q) = |Σ_i S_i e^{iq·r_i}|²/N, q = Σ_d (n_d/L_d) b_d, averaged over all q that symmetries of the lattice take to the one whose n_x, n_y, … follow in the name',
  normalisation:
    'N for full order at a q that has no others; the sum over all q is N on a periodic lattice with one site per cell',
  reference: 'A. W. Sandvik, AIP Conf. Proc. 1297, 135 (2010)',
};

/**
 * S(q) for every orbit of wave vectors, by direct sums: N operations for each q.
 *
 * With several sites per cell S(q) is not periodic in q, and these are the wave vectors of the first cell of the reciprocal lattice.
 */
export function structureFactors(lattice: Lattice): Observable[] {
  const waves = planeWaves(lattice);
  return momentumOrbits(lattice, waves.waveNumbers).map((orbit) => ({
    name: nameOf(orbit[0]),
    ...DESCRIPTION,
    evaluate: meanStructureFactor(waves, withoutOpposites(lattice, orbit)),
  }));
}

/** By the name of each of these observables, the n of all q = Σ_d (n_d/L_d) b_d whose S(q) has the mean of it; together, all n_d = 0 … L_d − 1. */
export function structureFactorWaveNumbers(lattice: Lattice): Record<string, readonly (readonly number[])[]> {
  const orbits = momentumOrbits(lattice, planeWaves(lattice).waveNumbers);
  return Object.fromEntries(orbits.map((orbit) => [nameOf(orbit[0]), orbit]));
}

const nameOf = (waveNumber: readonly number[]): string => ['structureFactor', ...waveNumber].join('_');

/** S(π, π) of a periodic square lattice with even sides; none elsewhere. */
export function antiferromagneticStructureFactor(lattice: Lattice): Observable[] {
  const { kind, size, boundary } = lattice.spec;
  const fits = size.every((length, d) => length % 2 === 0 && boundary[d] === 'periodic');
  if (kind !== 'square' || !fits) return [];
  const halves = size.map((length) => length / 2);
  const description = { ...DESCRIPTION, formula: 'S(π, π) = N m_s²', normalisation: 'N for full order' };
  return [{ name: 'structureFactorPiPi', ...description, evaluate: structureFactor(planeWaves(lattice), halves) }];
}

/** S(−q) = S(q) needs no second sum. */
function withoutOpposites({ basisCount, spec }: Lattice, orbit: readonly (readonly number[])[]) {
  return basisCount > 1 ? orbit : orbit.filter((waveNumber) => isFirstOfPair(waveNumber, spec.size));
}

/** Of n and −n modulo L, the one that comes first with the first direction fastest. */
function isFirstOfPair(waveNumber: readonly number[], size: readonly number[]): boolean {
  const opposite = waveNumber.map((n, d) => (size[d] - n) % size[d]);
  const last = waveNumber.findLastIndex((n, d) => n !== opposite[d]);
  return last < 0 || waveNumber[last] < opposite[last];
}

function meanStructureFactor(waves: PlaneWaves, waveNumbers: readonly (readonly number[])[]) {
  const factors = waveNumbers.map((waveNumber) => structureFactor(waves, waveNumber));
  return (spins: Float64Array): number => factors.reduce((sum, factor) => sum + factor(spins), 0) / factors.length;
}

function structureFactor({ cosines, sines, phase }: PlaneWaves, waveNumber: readonly number[]) {
  const phases = phase(waveNumber);
  return (spins: Float64Array): number => {
    let [xReal, xImaginary, yReal, yImaginary, zReal, zImaginary] = [0, 0, 0, 0, 0, 0];
    for (let i = 0; i < phases.length; i++) {
      const cosine = cosines[phases[i]];
      const sine = sines[phases[i]];
      xReal += cosine * spins[3 * i];
      xImaginary += sine * spins[3 * i];
      yReal += cosine * spins[3 * i + 1];
      yImaginary += sine * spins[3 * i + 1];
      zReal += cosine * spins[3 * i + 2];
      zImaginary += sine * spins[3 * i + 2];
    }
    const x = xReal * xReal + xImaginary * xImaginary;
    const y = yReal * yReal + yImaginary * yImaginary;
    const z = zReal * zReal + zImaginary * zImaginary;
    return (x + y + z) / phases.length;
  };
}
