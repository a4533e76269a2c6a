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
export const distanceCorrelations = (lattice: Lattice): Observable[] =>
  shortestBonds(lattice).flatMap(({ shell, bonds }) =>
    overBonds(bonds, {
      name: `correlation_${shell}`,
      formula: 'C(r) = Σ_⟨ij⟩ S_i·S_j / Σ_⟨ij⟩ 1 over the pairs whose shortest way is in the shell of this number',
      normalisation: 'mean over these bonds; `check` lists shells with their lengths',
    }),
  );

/** Rounding of lengths. */
const TOLERANCE = 1e-9;

/** The bonds of each shell that no other way between the same two sites is shorter than. Where sides differ a shell has others too: three steps along a side of four are one step back. */
function shortestBonds(lattice: Lattice): { readonly shell: number; readonly bonds: readonly Bond[] }[] {
  const shortest = new Map<number, number>();
  const shells = lattice.minimalImageShells.map((shell) => ({ shell, bonds: spinBonds(lattice, shell) }));
  const pairOf = ({ from, to }: Bond) => Math.min(from, to) * lattice.siteCount + Math.max(from, to);
  const squareOf = ({ displacement }: Bond) => displacement.reduce((sum, value) => sum + value * value, 0);
  for (const bond of shells.flatMap(({ bonds }) => bonds)) {
    const known = shortest.get(pairOf(bond)) ?? Number.POSITIVE_INFINITY;
    shortest.set(pairOf(bond), Math.min(known, squareOf(bond)));
  }
  const isShortest = (bond: Bond) =>
    bond.from !== bond.to && squareOf(bond) <= (shortest.get(pairOf(bond)) ?? 0) * (1 + TOLERANCE);
  return shells.map(({ shell, bonds }) => ({ shell, bonds: bonds.filter(isShortest) }));
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
