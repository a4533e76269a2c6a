/** How the tolerance of log W is shared between the pole expansion and floating-point rounding. */
import type { SpinFermionSystem } from './system.ts';

const EPSILON = 2.220446049250313e-16;
/**
 * Rounding of a factorisation at shift w is of the order ε E_max/w per level, and the smallest w is about π/β. The factor covers the sum over
 * shifts and the size of intermediate Schur complements; over thousands of random models the largest seen was a fifth of the bound.
 */
const FACTOR = 16;

/** Bound on the rounding error of log W. */
export function roundingBound({ siteCount, cutoff, parameters }: SpinFermionSystem): number {
  return FACTOR * EPSILON * 2 * siteCount * (1 + cutoff / parameters.temperature);
}

/** The error that a level may have on a small lattice, relative to the tolerance: forces and relative errors count there. */
const LEVEL_SHARE = 1e-4;

/**
 * Error of the expansion allowed per level: an equal share of what rounding leaves of the tolerance (half of it where rounding alone
 * exceeds that), but never so much that log W of a few sites would lose its eleventh digit at the default tolerance.
 */
export function levelTolerance(system: SpinFermionSystem): number {
  const { siteCount, cutoff, parameters } = system;
  const { tolerance, temperature } = parameters;
  const share = Math.max(tolerance - roundingBound(system), tolerance / 2) / (2 * siteCount);
  return Math.min(share, LEVEL_SHARE * tolerance * (1 + cutoff / (10 * temperature)));
}

/** Bound on the rounding error of log W, or of βF's numerator F at T = 0, from 2N levels of a full diagonalisation. */
export function denseRoundingBound({ siteCount, cutoff, parameters }: SpinFermionSystem): number {
  const scale = parameters.temperature > 0 ? 1 + cutoff / parameters.temperature : cutoff;
  return FACTOR * EPSILON * 2 * siteCount * scale;
}
