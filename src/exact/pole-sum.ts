/**
 * The sum that gives log W from log-determinants (docs/method.md §2): with K = H − μ over 2N states and log 2cosh(β√x/2) ≈ c0 + c1 x + Σ r_j log(1 + x/w_j²),
 *
 *   log W = −β tr K/2 + 2N c0 + c1 tr K² + Σ_j r_j (2 log|det(w_j + iK)| − 4N log w_j).
 */
import { log } from '../numeric/elementary.ts';
import type { LogCoshExpansion } from '../numeric/rational/log-cosh.ts';
import type { SpinFermionSystem } from './system.ts';

export interface PoleSum {
  /** The fermions' part of log W, from log |det(w_j + iK)| of every shift. */
  logWeight(logDeterminants: Float64Array): number;
  /** The change of log W, from the change of every log |det|. */
  logWeightChange(logRatios: Float64Array): number;
}

export function poleSum(system: SpinFermionSystem, expansion: LogCoshExpansion): PoleSum {
  const { residues, shifts, constant, slope, beta } = expansion;
  const states = 2 * system.siteCount;
  const offset = states * constant + slope * system.traceOfSquare - (beta * system.trace) / 2;
  const start = shifts.map((w) => states * log(w));
  return {
    logWeight(logDeterminants) {
      let sum = 0;
      for (let j = 0; j < residues.length; j++) sum += residues[j] * (logDeterminants[j] - start[j]);
      return offset + 2 * sum;
    },
    logWeightChange(logRatios) {
      let sum = 0;
      for (let j = 0; j < residues.length; j++) sum += residues[j] * logRatios[j];
      return 2 * sum;
    },
  };
}
