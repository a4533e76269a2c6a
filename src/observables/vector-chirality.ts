/** Vector chirality: in which sense neighbouring spins turn, of triangles and of bonds. */
import { spinBonds } from '../lattice/disorder/occupation.ts';
import type { Bond, Lattice } from '../lattice/lattice.ts';
import { type FamilyObservable, memberOf } from './family.ts';
import type { Family, Observable } from './observable.ts';
import { errorOfSquare, roundingOfMean } from './rounding.ts';
import { orientedTriangles } from './triangles.ts';

/** Ordered pairs of sites, two numbers each; a vector of the family is Σ S_i × S_j over its pairs, times its factor. */
interface Sum {
  readonly pairs: Int32Array;
  readonly factor: number;
}

/** Of bonds on every lattice; of triangles on triangular and kagome lattices. All are squares: the vectors turn with the spins. */
export const vectorChiralities = (lattice: Lattice): Observable[] => [
  ...bondChirality(lattice),
  ...triangleChiralities(lattice),
];

function bondChirality(lattice: Lattice): Observable[] {
  const directions = [...Map.groupBy(spinBonds(lattice, 1), ({ displacement }) => directionOf(displacement)).values()];
  if (directions.length === 0) return [];
  const sums = directions.map((bonds): Sum => ({ pairs: pairsOf(bonds), factor: 1 / bonds.length }));
  const count = spinBonds(lattice, 1).length;
  return [
    {
      name: 'bondVectorChirality2',
      formula: 'mean over the directions d of |Σ_i S_i × S_{i+d}/N_d|², d the displacements of nearest neighbours',
      normalisation: 'sin² of the angle between neighbours in a spiral, for each direction; 0 in collinear order',
      reference: 'H. Katsura, N. Nagaosa and A. V. Balatsky, Phys. Rev. Lett. 95, 057205 (2005)',
      evaluate: (spins) => sums.reduce((total, sum) => total + square(sum, spins), 0) / sums.length,
      resolution: (_, largest) => errorOfSquare(roundingOfMean(count), largest),
      isPositive: true,
    },
  ];
}

/** Displacements that rounding makes different are one. */
const directionOf = (displacement: readonly number[]): string =>
  displacement.map((value) => Math.round(value * 1e6)).join();

const pairsOf = (bonds: readonly Bond[]): Int32Array => Int32Array.from(bonds.flatMap(({ from, to }) => [from, to]));

const TRIANGLES = {
  normalisation: '1 for coplanar spins at 120°',
  reference: 'H. Kawamura and S. Miyashita, J. Phys. Soc. Jpn. 53, 4138 (1984)',
  isPositive: true,
} as const;

function triangleChiralities(lattice: Lattice): FamilyObservable[] {
  const [up, down] = (['up', 'down'] as const).map((orientation) => orientedTriangles(lattice, orientation));
  const count = (up.length + down.length) / 3;
  if (count === 0) return [];
  const family = uniformAndStaggered(edgesOf(up), edgesOf(down), 2 / (3 * Math.sqrt(3) * count));
  const resolution: Observable['resolution'] = (_, largest) => errorOfSquare(roundingOfMean(3 * count), largest);
  const kappa = 'κ = 2/(3√3) (S_i × S_j + S_j × S_k + S_k × S_i), i → j → k counter-clockwise';
  return [
    memberOf(family, 0, {
      name: 'vectorChirality2',
      formula: `|mean of κ over all triangles|², ${kappa}`,
      resolution,
      ...TRIANGLES,
    }),
    memberOf(family, 1, {
      name: 'staggeredVectorChirality2',
      formula: `|mean of ±κ|², + for triangles that point up and − for the others: the order of the 120° state of the triangular lattice`,
      resolution,
      ...TRIANGLES,
    }),
  ];
}

function uniformAndStaggered(up: Int32Array, down: Int32Array, factor: number): Family {
  const [ofUp, ofDown] = [new Float64Array(3), new Float64Array(3)];
  const values = new Float64Array(2);
  return {
    evaluate(spins) {
      addProducts(up, spins, ofUp.fill(0));
      addProducts(down, spins, ofDown.fill(0));
      values.fill(0);
      for (let c = 0; c < 3; c++) {
        const [sum, difference] = [factor * (ofUp[c] + ofDown[c]), factor * (ofUp[c] - ofDown[c])];
        values[0] += sum * sum;
        values[1] += difference * difference;
      }
      return values;
    },
  };
}

/** The three bonds of each triangle, in its sense. */
const edgesOf = (triangles: Int32Array): Int32Array =>
  Int32Array.from(
    Array.from({ length: triangles.length / 3 }, (_, t) => {
      const [i, j, k] = triangles.subarray(3 * t, 3 * t + 3);
      return [i, j, j, k, k, i];
    }).flat(),
  );

function square({ pairs, factor }: Sum, spins: Float64Array): number {
  const [x, y, z] = addProducts(pairs, spins, new Float64Array(3));
  return factor * factor * (x * x + y * y + z * z);
}

/** out += Σ S_i × S_j. */
function addProducts(pairs: Int32Array, spins: Float64Array, out: Float64Array): Float64Array {
  for (let p = 0; p < pairs.length; p += 2) {
    const [a, b] = [3 * pairs[p], 3 * pairs[p + 1]];
    out[0] += spins[a + 1] * spins[b + 2] - spins[a + 2] * spins[b + 1];
    out[1] += spins[a + 2] * spins[b] - spins[a] * spins[b + 2];
    out[2] += spins[a] * spins[b + 1] - spins[a + 1] * spins[b];
  }
  return out;
}
