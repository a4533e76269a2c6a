/** Spin structure factors at the wave vectors that fit the lattice. */
import { spinCount } from '../lattice/disorder/occupation.ts';
import { type ExtendedZone, extendedZone } from '../lattice/extended-zone.ts';
import type { Lattice } from '../lattice/lattice.ts';
import { type FamilyObservable, memberOf } from './family.ts';
import type { Family, Observable } from './observable.ts';
import { powerSpectrum } from './power-spectrum.ts';
import { errorOfSquare, roundingOfMean } from './rounding.ts';
import { type Hopping, type HoppingOnLattice, waveOrbits } from './wave-orbits.ts';

const DESCRIPTION = {
  formula:
    'S(q) = |Σ_i S_i e^{iq·r_i}|²/N, q = Σ_d (n_d/L_d) b_d, averaged over all q that symmetries of the lattice take to the one whose n_x, n_y, … follow in the name',
  normalisation:
    'N for full order at a q that has no others; on a periodic lattice the mean over all q is 1, and with one site per cell their sum is N',
  reference: 'A. W. Sandvik, AIP Conf. Proc. 1297, 135 (2010)',
};

/** S(q) for every orbit of wave vectors in the extended zone, all by one Fourier transform of the spins. `electrons`: as of `structureFactorWaveNumbers`. */
export function structureFactors(lattice: Lattice, electrons: Hopping = {}): FamilyObservable[] {
  const zone = extendedZone(lattice);
  const orbits = waveOrbits(lattice, zone, electrons);
  const resolution = resolutionOf(lattice);
  const family = orbitMeans(lattice, zone, orbits);
  return orbits.map((orbit, index) => memberOf(family, index, { name: nameOf(orbit[0]), ...DESCRIPTION, resolution }));
}

/** The same of spins as `project` leaves them, under another name. */
export function projectedStructureFactors(
  { lattice, ...electrons }: HoppingOnLattice,
  project: (spins: Float64Array) => Float64Array,
  { name, formula }: Pick<Observable, 'name' | 'formula'>,
): FamilyObservable[] {
  const factors = structureFactors(lattice, electrons);
  const { family } = factors[0].member;
  const projected: Family = { evaluate: (spins) => family.evaluate(project(spins)) };
  return factors.map(({ evaluate: _, member, ...factor }) =>
    memberOf(projected, member.index, { ...factor, formula, name: factor.name.replace('structureFactor', name) }),
  );
}

/**
 * Wave numbers by the name of each of these observables: the n of all q = Σ_d (n_d/L_d) b_d whose S(q) has its mean; together, every q that `extendedZone` tells
 * apart: all n_d = 0 … L_d − 1 with one site per cell, n_d up to 2 L_d − 1 on kagome, (3 L_x − 1, L_y − 1) on honeycomb. `electrons`: hopping and flux of the model, which count where
 * hopping has phases.
 */
export function structureFactorWaveNumbers(
  lattice: Lattice,
  electrons: Hopping = {},
): Record<string, readonly (readonly number[])[]> {
  const orbits = waveOrbits(lattice, extendedZone(lattice), electrons);
  return Object.fromEntries(orbits.map((orbit) => [nameOf(orbit[0]), orbit]));
}

const nameOf = (waveNumber: readonly number[]): string => ['structureFactor', ...waveNumber].join('_');

/** S(π, π) where there is one, and all S(q). */
export function structureFactorFamily({ lattice, ...electrons }: HoppingOnLattice): Observable[] {
  const factors = structureFactors(lattice, electrons);
  return [...antiferromagneticStructureFactor(lattice, factors), ...factors];
}

/** S(π, π) of a periodic square lattice with even sides, one of its structure factors under the name that people know; none elsewhere. */
function antiferromagneticStructureFactor(
  { spec: { kind, size, boundary } }: Lattice,
  factors: readonly FamilyObservable[],
): FamilyObservable[] {
  const fits = size.every((length, d) => length % 2 === 0 && boundary[d] === 'periodic');
  const halves = nameOf(size.map((length) => length / 2));
  const factor = kind === 'square' && fits ? factors.find(({ name }) => name === halves) : undefined;
  if (!factor) return [];
  return [{ ...factor, name: 'structureFactorPiPi', formula: 'S(π, π) = N m_s²', normalisation: 'N for full order' }];
}

/** S(q) is N times the square of a mean over sites. */
function resolutionOf(lattice: Lattice): Required<Observable>['resolution'] {
  const count = spinCount(lattice);
  const error = roundingOfMean(count);
  return (_, largest) => count * errorOfSquare(error, largest / count);
}

/** The means of S(q) over orbits. With q an orbit of a whole zone holds −q; a cut one may not, so both count. */
function orbitMeans(lattice: Lattice, zone: ExtendedZone, orbits: readonly (readonly (readonly number[])[])[]): Family {
  const place = new Map(zone.waveNumbers.map((waveNumber, k) => [String(waveNumber), k]));
  const members = orbits.map((orbit) => Int32Array.from(orbit, (waveNumber) => place.get(String(waveNumber)) ?? 0));
  const spectrum = powerSpectrum(lattice, zone.waveNumbers);
  const values = new Float64Array(orbits.length);
  const count = spinCount(lattice);
  return {
    evaluate(spins) {
      const power = spectrum(spins);
      for (let o = 0; o < members.length; o++) {
        const orbit = members[o];
        let sum = 0;
        for (let k = 0; k < orbit.length; k++) sum += power[orbit[k]];
        values[o] = sum / (orbit.length * count);
      }
      return values;
    },
  };
}
