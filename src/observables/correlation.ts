/** Correlations of pairs of spins. */
import { spinBonds } from '../lattice/disorder/occupation.ts';
import type { Bond, Lattice } from '../lattice/lattice.ts';
import type { Observable } from './observable.ts';
import { roundingOfMean } from './rounding.ts';

/** The correlation over the bonds of shell 1; none where no two sites are neighbours. */
export function nearestNeighbourCorrelation(lattice: Lattice): Observable[] {
  return overBonds(spinBonds(lattice, 1), {
    name: 'nearestNeighbourCorrelation',
    formula: 'Σ_⟨ij⟩ S_i·S_j / Σ_⟨ij⟩ 1',
    normalisation: 'mean over the bonds of shell 1, repeated ones of small lattices counted as often as they occur',
  });
}

/** One for every shell with a shortest displacement between two sites. */
export function distanceCorrelations(lattice: Lattice): Observable[] {
  return lattice.minimalImageShells.flatMap((shell) => {
    const bonds = spinBonds(lattice, shell);
    return overBonds(bonds, {
      name: `correlation_${shell}`,
      formula: 'C(r) = Σ_⟨ij⟩ S_i·S_j / Σ_⟨ij⟩ 1 over the pairs of the shell whose number follows in the name',
      normalisation: 'mean over the bonds of the shell; `check` lists shells with their lengths',
    });
  });
}

/** The mean of S_i·S_j; none without bonds. */
function overBonds(
  bonds: readonly Bond[],
  words: Pick<Observable, 'name' | 'formula' | 'normalisation'>,
): Observable[] {
  if (bonds.length === 0) return [];
  const from = Int32Array.from(bonds, (bond) => 3 * bond.from);
  const to = Int32Array.from(bonds, (bond) => 3 * bond.to);
  return [
    {
      ...words,
      reference: 'A. W. Sandvik, AIP Conf. Proc. 1297, 135 (2010)',
      evaluate(spins) {
        let sum = 0;
        for (let b = 0; b < from.length; b++) for (let c = 0; c < 3; c++) sum += spins[from[b] + c] * spins[to[b] + c];
        return sum / from.length;
      },
      resolution: () => roundingOfMean(from.length),
    },
  ];
}
