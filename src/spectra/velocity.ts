/** The velocity of electrons on a lattice, and the second derivative of their energy by a vector potential. */
import { hoppingBonds } from '../exact/hopping.ts';
import type { Lattice } from '../lattice/lattice.ts';
import { cosTurns, sinTurns } from '../numeric/elementary.ts';

/**
 * One direction of space. Entry e stands in row `row[e]` and column `column[e]` of an N × N matrix, the same for both spins;
 * entries of one place add up. Units: hopping times lattice constant, ħ = 1.
 */
export interface VelocityMatrix {
  readonly row: Int32Array;
  readonly column: Int32Array;
  /** v = i[H, r]: v_ij = i T_ij (r_j − r_i) for every bond. */
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
  /** ∂²H/∂A² where T_ij becomes T_ij e^{iA(r_j − r_i)}: −T_ij (r_j − r_i)². */
  readonly massReal: Float64Array;
  readonly massImaginary: Float64Array;
}

/** An element T_ij with the way from i to j on the infinite lattice: on small tori several join one pair. */
interface Hop {
  readonly from: number;
  readonly to: number;
  readonly real: number;
  readonly imaginary: number;
  readonly displacement: readonly number[];
}

/** The velocity along each Cartesian direction of the lattice. `hopping`: t_s by shell; `flux`: as of `hoppingMatrix`. */
export function velocityMatrices(lattice: Lattice, hopping: readonly number[], flux?: number): VelocityMatrix[] {
  const hops = hopsOf(lattice, hopping, flux);
  return Array.from({ length: lattice.dimension }, (_, direction) => velocityAlong(hops, direction));
}

/** T_ij of every bond in both directions. */
function hopsOf(lattice: Lattice, hopping: readonly number[], flux?: number): Hop[] {
  return hoppingBonds(lattice, hopping, flux).flatMap(({ from, to, turns, displacement, hopping: amplitude }) => {
    const real = -amplitude * cosTurns(turns);
    const imaginary = -amplitude * sinTurns(turns);
    const back = displacement.map((value) => -value);
    return [
      { from, to, real, imaginary, displacement },
      { from: to, to: from, real, imaginary: -imaginary, displacement: back },
    ];
  });
}

function velocityAlong(hops: readonly Hop[], direction: number): VelocityMatrix {
  const moving = hops.filter(({ displacement }) => displacement[direction] !== 0);
  const values = (of: (hop: Hop, way: number) => number) =>
    Float64Array.from(moving, (hop) => of(hop, hop.displacement[direction]));
  return {
    row: Int32Array.from(moving, ({ from }) => from),
    column: Int32Array.from(moving, ({ to }) => to),
    real: values(({ imaginary }, way) => -imaginary * way),
    imaginary: values(({ real }, way) => real * way),
    massReal: values(({ real }, way) => -real * way * way),
    massImaginary: values(({ imaginary }, way) => -imaginary * way * way),
  };
}

/** out_n = v x_n for vectors one after the other, pairs (real, imaginary) by site and spin. */
export function applyVelocity(
  velocity: VelocityMatrix,
  vectors: Float64Array,
  dimension: number,
  out: Float64Array,
): void {
  const { row, column, real, imaginary } = velocity;
  out.fill(0);
  for (let start = 0; start < vectors.length; start += 2 * dimension)
    for (let e = 0; e < row.length; e++) {
      const [c, s] = [real[e], imaginary[e]];
      const [to, from] = [start + 4 * row[e], start + 4 * column[e]];
      for (const spin of [0, 2]) {
        const [x, y] = [vectors[from + spin], vectors[from + spin + 1]];
        out[to + spin] += c * x - s * y;
        out[to + spin + 1] += c * y + s * x;
      }
    }
}

/** ⟨x_n|∂²H/∂A²|x_n⟩ of every vector. */
export function massOfVectors(velocity: VelocityMatrix, vectors: Float64Array, dimension: number): Float64Array {
  const { row, column, massReal, massImaginary } = velocity;
  return Float64Array.from({ length: vectors.length / (2 * dimension) }, (_, n) => {
    let sum = 0;
    const start = 2 * n * dimension;
    for (let e = 0; e < row.length; e++)
      for (const spin of [0, 2]) {
        const [i, j] = [start + 4 * row[e] + spin, start + 4 * column[e] + spin];
        const direct = vectors[i] * vectors[j] + vectors[i + 1] * vectors[j + 1];
        const crossed = vectors[i] * vectors[j + 1] - vectors[i + 1] * vectors[j];
        sum += massReal[e] * direct - massImaginary[e] * crossed;
      }
    return sum;
  });
}
