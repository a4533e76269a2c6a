/** Plane waves on the sites of a lattice, from one table of roots of unity. */
import { cosTurns, sinTurns } from '../numeric/elementary.ts';
import { leastCommonMultiple, pointOf } from './integer.ts';
import type { Lattice } from './lattice.ts';
import { cells, places } from './sites.ts';

/** Plane waves as indices of tables: e^{iq·r} at site i is cosines[p] + i sines[p] with p = phase(q)[i]. */
export interface PlaneWaves {
  /** The n of q = Σ_d (n_d/L_d) b_d, a_i·b_j = 2πδ_ij, in the first cell of the reciprocal lattice; the order of `momenta`. */
  readonly waveNumbers: readonly (readonly number[])[];
  readonly cosines: Float64Array;
  readonly sines: Float64Array;
  /** Entry of every site in the tables, for any n ≥ 0, also beyond `waveNumbers`. A new array at every call. */
  phase(waveNumber: readonly number[]): Int32Array;
  /** The same for the sites of the first unit cell only. */
  phaseOfBasis(waveNumber: readonly number[]): Int32Array;
}

/** The plane waves with all wave vectors that are periodic on the lattice; 0 alone along open directions. Phases are exact multiples of one fraction of a turn. */
export function planeWaves({ spec, infinite }: Lattice): PlaneWaves {
  const { size, boundary } = spec;
  const denominator = size.map((length) => infinite.scale * length).reduce(leastCommonMultiple);
  const points = places(infinite, size).map((place) => pointOf(infinite, place));
  const turns = Float64Array.from({ length: denominator }, (_, p) => p / denominator);
  return {
    waveNumbers: cells(size.map((length, d) => (boundary[d] === 'periodic' ? length : 1))),
    cosines: turns.map(cosTurns),
    sines: turns.map(sinTurns),
    phase: (waveNumber) => phases(waveNumber, points),
    phaseOfBasis: (waveNumber) => phases(waveNumber, points.slice(0, infinite.basis.length)),
  };

  function phases(waveNumber: readonly number[], points: readonly (readonly number[])[]): Int32Array {
    const steps = waveNumber.map((n, d) => (n * denominator) / (infinite.scale * size[d]));
    const phases = new Int32Array(points.length);
    for (let i = 0; i < phases.length; i++) {
      let sum = 0;
      for (let d = 0; d < steps.length; d++) sum += steps[d] * points[i][d];
      phases[i] = sum % denominator;
    }
    return phases;
  }
}
