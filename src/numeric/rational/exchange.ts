/** Remez exchange: the best approximation of log 2cosh(u/2) on 0 ≤ u ≤ largest with a given number of poles. */
import { fromDouble } from '../double-double/arithmetic.ts';
import { LN2 } from '../double-double/functions.ts';
import { matsubaraQuadrature } from './gauss-quadrature.ts';
import { level, NEGLIGIBLE } from './levelling.ts';
import { deviation, type LogCoshFit, logCosh } from './log-cosh-fit.ts';
import { zolotarevPoints } from './zolotarev.ts';

/**
 * Gap of the Zolotarev points that start the exchange and make the grid. The true one is π, the lowest pole; but the lowest poles
 * agree with Matsubara frequencies to many digits, so that the deviation needs more points at large u than the theory puts there.
 */
const GAP = 3 * Math.PI;
/** Grid points per oscillation: a maximum between two of them is underestimated by at most (π/32)²/2 = 0.5 %. */
const RESOLUTION = 16;
const LARGEST_ITERATION = 15;
/** The exchange ends when sup norm and level, an upper and a lower bound of the best sup norm, agree to this. */
const LEVELLED = 1.02;

/**
 * The minimax fit with `poles` poles; undefined when every one has a sup norm above `target`, or when the iteration fails.
 */
export function minimaxFit(largest: number, poles: number, target: number): LogCoshFit | undefined {
  const grid = deviationGrid(largest, poles, RESOLUTION);
  const exact = Array.from(grid, logCosh);
  let fit = firstGuess(largest, poles);
  let reference = zolotarevPoints(largest, GAP, 2 * poles + 3);
  for (let iteration = 0; iteration < LARGEST_ITERATION; iteration++) {
    const levelled = level(fit, reference);
    if (!levelled || Math.abs(levelled.level) > target) return undefined;
    fit = levelled.fit;
    const deviations = grid.map((u, i) => deviation(levelled.fit, u, exact[i]).high);
    if (supNorm(deviations) < Math.max(LEVELLED * Math.abs(levelled.level), NEGLIGIBLE)) return fit;
    reference = exchange(reference, grid, deviations, levelled.level < 0 ? -1 : 1);
  }
  return undefined;
}

/** Points that resolve all 2P + 2 oscillations of a deviation. */
export function deviationGrid(largest: number, poles: number, resolution: number): Float64Array {
  return zolotarevPoints(largest, GAP, resolution * (2 * poles + 2) + 1);
}

export const supNorm = (values: Float64Array): number =>
  values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);

function firstGuess(largest: number, poles: number): LogCoshFit {
  const nodes = zolotarevPoints(largest, GAP, 2 * poles + 1).filter((_, i) => i % 2 === 1);
  const { squares, residues } = matsubaraQuadrature(nodes);
  return {
    constant: LN2,
    slope: fromDouble(0),
    residues: Array.from(residues, fromDouble),
    squares: Array.from(squares, fromDouble),
  };
}

/**
 * Moves every reference point to the largest deviation of its sign, `firstSign` at the first point, between the middles of the
 * intervals on either side.
 */
function exchange(
  reference: Float64Array,
  grid: Float64Array,
  deviations: Float64Array,
  firstSign: number,
): Float64Array {
  const moved = reference.slice();
  const highest = new Float64Array(reference.length).fill(-Infinity);
  let k = 0;
  grid.forEach((u, i) => {
    while (k + 1 < reference.length && u > (reference[k] + reference[k + 1]) / 2) k++;
    const height = (k % 2 ? -firstSign : firstSign) * deviations[i];
    if (height <= highest[k]) return;
    highest[k] = height;
    moved[k] = u;
  });
  return moved;
}
