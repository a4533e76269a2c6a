/** Spin structure factors at the wave vectors that fit the lattice. */
import type { Lattice } from '../lattice/lattice.ts';
import { type PlaneWaves, planeWaves } from '../lattice/plane-waves.ts';
import type { Observable } from './observable.ts';

const DESCRIPTION = {
  formula: 'S(q) = |Σ_i S_i e^{iq·r_i}|²/N, q = Σ_d (n_d/L_d) b_d; n_x, n_y, … follow in the name',
  normalisation: 'N for full order at q; Σ_q S(q) = N on a periodic lattice with one site per cell',
  reference: 'A. W. Sandvik, AIP Conf. Proc. 1297, 135 (2010)',
};

/**
 * S(q) for every q that is periodic on the lattice, n_d = 0 … L_d − 1, by direct sums: N operations each.
 *
 * With one site per cell S(−q) = S(q), and only the first of the two is listed. With several, S(q) is not periodic in q, and these are the
 * wave vectors of the first cell of the reciprocal lattice.
 */
export function structureFactors(lattice: Lattice): Observable[] {
  const waves = planeWaves(lattice);
  return waves.waveNumbers
    .filter((waveNumber) => lattice.basisCount > 1 || isFirstOfPair(waveNumber, lattice.spec.size))
    .map((waveNumber) => ({
      name: ['structureFactor', ...waveNumber].join('_'),
      ...DESCRIPTION,
      evaluate: structureFactor(waves, waveNumber),
    }));
}

/** S(π, π) of a periodic square lattice with even sides; none elsewhere. */
export function antiferromagneticStructureFactor(lattice: Lattice): Observable[] {
  const { kind, size, boundary } = lattice.spec;
  const fits = size.every((length, d) => length % 2 === 0 && boundary[d] === 'periodic');
  if (kind !== 'square' || !fits) return [];
  const halves = size.map((length) => length / 2);
  const description = { ...DESCRIPTION, formula: 'S(π, π) = N m_s²', normalisation: 'N for full order' };
  return [{ name: 'structureFactorPiPi', ...description, evaluate: structureFactor(planeWaves(lattice), halves) }];
}

/** Of n and −n modulo L, the one that comes first with the first direction fastest. */
function isFirstOfPair(waveNumber: readonly number[], size: readonly number[]): boolean {
  const opposite = waveNumber.map((n, d) => (size[d] - n) % size[d]);
  const last = waveNumber.findLastIndex((n, d) => n !== opposite[d]);
  return last < 0 || waveNumber[last] < opposite[last];
}

function structureFactor({ cosines, sines, phase }: PlaneWaves, waveNumber: readonly number[]) {
  const phases = phase(waveNumber);
  return (spins: Float64Array): number => {
    let sum = 0;
    for (let c = 0; c < 3; c++) {
      let real = 0;
      let imaginary = 0;
      for (let i = 0; i < phases.length; i++) {
        real += cosines[phases[i]] * spins[3 * i + c];
        imaginary += sines[phases[i]] * spins[3 * i + c];
      }
      sum += real * real + imaginary * imaginary;
    }
    return sum / phases.length;
  };
}
