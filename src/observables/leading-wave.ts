/** What is known about the order at the wave vector of the largest structure factor: how far it reaches, and how it is distributed. */
import { extendedZone } from '../lattice/extended-zone.ts';
import { plus } from '../lattice/integer.ts';
import type { Lattice } from '../lattice/lattice.ts';
import { linearSize } from '../lattice/linear-size.ts';
import { smallestMomenta } from '../lattice/smallest-momenta.ts';
import type { DerivedObservable } from './observable.ts';
import { structureFactorWaveNumbers } from './structure-factor.ts';
import type { HoppingOnLattice } from './wave-orbits.ts';

type Description = Pick<DerivedObservable, 'name' | 'formula' | 'normalisation' | 'reference' | 'isPositive'>;

const LENGTH: Description = {
  name: 'correlationLength',
  formula:
    'ξ = √(S(Q)/S(Q + q) − 1)/q̂, S(Q) the largest structure factor, q the smallest momenta, q̂ = (2/a) sin(|q| a/2)',
  normalisation:
    'lattice constants; S(Q + q) is the mean over all these q, a the distance of lattice planes perpendicular to q, so that q̂ = 2 sin(π/L) on square and cubic lattices; 0 where S(Q + q) is larger',
  reference: 'F. Cooper, B. Freedman and D. Preston, Nucl. Phys. B 210, 210 (1982)',
  isPositive: true,
};

const RATIO: Description = {
  ...LENGTH,
  name: 'correlationLengthRatio',
  formula: 'ξ/L, L the geometric mean of the unit cells per direction',
  normalisation: '0 without order and ∞ with it, N → ∞; where the order sets in, the same for all sizes',
};

const BINDER: Description = {
  name: 'leadingBinderRatio',
  formula: '⟨S(Q)²⟩/⟨S(Q)⟩², S(Q) the largest structure factor',
  normalisation:
    '1 for full order, 1 + 2/K without any, N → ∞; K = 3 for each Q of S(Q) with Q = −Q, 6 for each pair ±Q',
  reference: 'K. Binder, Z. Phys. B 43, 119 (1981); his cumulant is 1 − ratio/3',
};

/** The descriptions of these observables, which are the same for all wave vectors. */
export const LEADING_WAVE_DESCRIPTIONS: readonly Description[] = [LENGTH, RATIO, BINDER];

/**
 * The observables of the order at one wave vector. `leading`: the name of its structure factor.
 *
 * There is no correlation length with open boundaries, and none where Q + q is one more wave vector of the same order, as on very small lattices.
 */
export function leadingWaveObservables(parameters: HoppingOnLattice, leading: string): DerivedObservable[] {
  return [...correlationLengths(parameters, leading), binderRatio(leading)];
}

function binderRatio(leading: string): DerivedObservable {
  return {
    ...BINDER,
    inputs: [leading, leading],
    powers: [1, 2],
    evaluate: ([mean, square]) => square / (mean * mean),
  };
}

function correlationLengths({ lattice, ...electrons }: HoppingOnLattice, leading: string): DerivedObservable[] {
  const smallest = smallestMomenta(lattice);
  const waveNumbers = structureFactorWaveNumbers(lattice, electrons);
  const shares = smallest && besideShares(lattice, waveNumbers, leading, smallest.waveNumbers);
  if (!smallest || !shares) return [];
  const inputs = [leading, ...shares.keys()];
  const weights = [...shares.values()];
  const length = ([peak, ...others]: readonly number[]) => {
    const beside = others.reduce((sum, value, k) => sum + weights[k] * value, 0);
    return Math.sqrt(Math.max(0, peak / beside - 1) / smallest.squaredLength);
  };
  const size = linearSize(lattice.spec.size);
  return [
    { ...LENGTH, inputs, evaluate: length },
    { ...RATIO, inputs, evaluate: (means) => length(means) / size },
  ];
}

/** The structure factors beside the leading one, each with its share in the mean over all Q + q; undefined where they are not known. */
function besideShares(
  lattice: Lattice,
  waveNumbers: ReturnType<typeof structureFactorWaveNumbers>,
  leading: string,
  smallest: readonly (readonly number[])[],
): Map<string, number> | undefined {
  const { reduced, isWhole } = extendedZone(lattice);
  const nameAt = new Map(Object.entries(waveNumbers).flatMap(([name, all]) => all.map((n) => [String(n), name])));
  const beside = waveNumbers[leading].flatMap((n) => smallest.map((q) => nameAt.get(String(reduced(plus(n, q))))));
  const shares = new Map<string, number>();
  for (const name of beside) {
    if (!isWhole || name === undefined || name === leading) return undefined;
    shares.set(name, (shares.get(name) ?? 0) + 1 / beside.length);
  }
  return shares;
}
