/** Spin structure factors at the wave vectors that fit the lattice. */
import { type ExtendedZone, extendedZone } from '../lattice/extended-zone.ts';
import { opposite } from '../lattice/integer.ts';
import type { Lattice } from '../lattice/lattice.ts';
import { momentumOrbits } from '../lattice/momentum-orbits.ts';
import { type PlaneWaves, planeWaves } from '../lattice/plane-waves.ts';
import type { Observable } from './observable.ts';
import { errorOfSquare, roundingOfMean } from './rounding.ts';

const DESCRIPTION = {
  formula:
    'S(q) = |Σ_i S_i e^{iq·r_i}|²/N, q = Σ_d (n_d/L_d) b_d, averaged over all q that symmetries of the lattice take to the one whose n_x, n_y, … follow in the name',
  normalisation:
    'N for full order at a q that has no others; on a periodic lattice the mean over all q is 1, and with one site per cell their sum is N',
  reference: 'A. W. Sandvik, AIP Conf. Proc. 1297, 135 (2010)',
};

/** An observable that does not look at the electrons. */
type SpinObservable = Observable & { evaluate(spins: Float64Array): number };

/** S(q) for every orbit of wave vectors in the extended zone, by direct sums: N operations for each q. */
export function structureFactors(lattice: Lattice): SpinObservable[] {
  const waves = planeWaves(lattice);
  const zone = extendedZone(lattice);
  return momentumOrbits(lattice, zone).map((orbit) => ({
    name: nameOf(orbit[0]),
    ...DESCRIPTION,
    evaluate: meanStructureFactor(waves, withoutOpposites(zone, orbit)),
    resolution: resolutionOf(lattice),
  }));
}

/**
 * Wave numbers by the name of each of these observables: the n of all q = Σ_d (n_d/L_d) b_d whose S(q) has its mean; together, every q that `extendedZone` tells
 * apart: all n_d = 0 … L_d − 1 with one site per cell, n_d up to 2 L_d − 1 on kagome, (3 L_x − 1, L_y − 1) on honeycomb.
 */
export function structureFactorWaveNumbers(lattice: Lattice): Record<string, readonly (readonly number[])[]> {
  const orbits = momentumOrbits(lattice, extendedZone(lattice));
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
  const evaluate = structureFactor(planeWaves(lattice), halves);
  return [{ name: 'structureFactorPiPi', ...description, evaluate, resolution: resolutionOf(lattice) }];
}

/** S(q) is N times the square of a mean over sites. */
function resolutionOf({ siteCount }: Lattice): Required<Observable>['resolution'] {
  const error = roundingOfMean(siteCount);
  return (_, largest) => siteCount * errorOfSquare(error, largest / siteCount);
}

/** S(−q) = S(q) needs no second sum: of a pair in the orbit, the one that comes first in it. */
function withoutOpposites({ reduced }: ExtendedZone, orbit: readonly (readonly number[])[]) {
  const place = new Map(orbit.map((waveNumber, k) => [String(waveNumber), k]));
  return orbit.filter((waveNumber, k) => (place.get(String(reduced(opposite(waveNumber)))) ?? k) >= k);
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
