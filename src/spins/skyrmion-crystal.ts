/**
 * A crystal of skyrmions as a sum of helices, normalised: S ∝ Σ_ν (z × Q_ν/|Q|) sin Q_ν·r − z (m + Σ_ν cos Q_ν·r).
 *
 * The core of a skyrmion is at site 0 and points along −z, all around it along z, so that a field along z favours it; spins swirl around it (Bloch type), and
 * a quarter of a turn about z makes them point away from it (Néel type). In-plane components vanish where the sum of cosines is stationary, and m is such that the core
 * alone is against z among those points: the topological charge is −1 per period.
 */
import { cosTurns, sinTurns } from '../numeric/elementary.ts';

interface Helices {
  /** Q_ν in reciprocal vectors, for period 1. */
  readonly waves: readonly (readonly [number, number])[];
  /** z × Q_ν/|Q|, Cartesian. */
  readonly swirl: readonly (readonly [number, number])[];
  readonly uniform: number;
}

const HALF_ROOT = Math.sqrt(3) / 2;

const HELICES: Readonly<Record<'square' | 'triangular', Helices>> = {
  // cos + cos is 2 at the core, 0 and −2 elsewhere.
  square: {
    waves: [
      [1, 0],
      [0, 1],
    ],
    swirl: [
      [0, 1],
      [-1, 0],
    ],
    uniform: -1,
  },
  // The sum of three cosines is 3 at the core, −1 and −3/2 elsewhere. b_1 is at −30 degrees to x and b_2 at 90.
  triangular: {
    waves: [
      [1, 0],
      [0, 1],
      [-1, -1],
    ],
    swirl: [
      [0.5, HALF_ROOT],
      [-1, 0],
      [0.5, -HALF_ROOT],
    ],
    uniform: 0,
  },
};

/** The spin of the site in a cell, one site per cell. `period`: of the crystal, in cells. */
export function skyrmion(
  kind: keyof typeof HELICES,
  [x, y]: readonly number[],
  period: number,
): readonly [number, number, number] {
  const { waves, swirl, uniform } = HELICES[kind];
  let [sx, sy, sz] = [0, 0, -uniform];
  for (const [ν, [qx, qy]] of waves.entries()) {
    const turns = (qx * x + qy * y) / period;
    sx += swirl[ν][0] * sinTurns(turns);
    sy += swirl[ν][1] * sinTurns(turns);
    sz -= cosTurns(turns);
  }
  const length = Math.sqrt(sx * sx + sy * sy + sz * sz);
  return [sx / length, sy / length, sz / length];
}
