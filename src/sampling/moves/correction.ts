/** The Metropolis–Hastings test that turns a chain of one weight into a chain of a better one. */
import type { RandomStream } from '../../numeric/philox.ts';
import { sameSpins } from '../../spins/same-spins.ts';
import type { Advance, ReversibleKernel } from '../interfaces/reversible-kernel.ts';
import { metropolis } from './metropolis.ts';

interface Correction {
  readonly advance: Advance;
  /** Whether the inner chain ended elsewhere than it began; if not, nothing was evaluated or decided. */
  readonly moved: boolean;
  readonly accepted: boolean;
  /** log [W(S′) W_eff(S)]/[W(S) W_eff(S′)]; NaN unless moved. */
  readonly logRatio: number;
  /** log W at the configuration where the chain is now. */
  readonly logTarget: number;
}

/**
 * Proposes S′ by the inner chain and accepts it into `spins` with probability min(1, [W(S′) W_eff(S)]/[W(S) W_eff(S′)]).
 * Reversible with respect to W, whatever W_eff. `proposal`: 3N numbers of workspace.
 */
export function correctedStep(
  kernel: ReversibleKernel,
  logTarget: (spins: Float64Array) => number,
  spins: Float64Array,
  logTargetBefore: number,
  proposal: Float64Array,
  random: RandomStream,
): Correction {
  proposal.set(spins);
  const advance = kernel.advance(proposal, random);
  if (sameSpins(proposal, spins)) {
    return { advance, moved: false, accepted: false, logRatio: Number.NaN, logTarget: logTargetBefore };
  }
  const logTargetAfter = logTarget(proposal);
  const logRatio = logTargetAfter - logTargetBefore - (advance.logDensityAfter - advance.logDensityBefore);
  const accepted = metropolis(logRatio, random);
  if (accepted) spins.set(proposal);
  return { advance, moved: true, accepted, logRatio, logTarget: accepted ? logTargetAfter : logTargetBefore };
}
