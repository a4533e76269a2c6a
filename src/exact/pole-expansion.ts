/** The expansion of log W that a model uses, and the bound on the error of log W that follows. */
import { cache } from '../numeric/cache.ts';
import { type LogCoshExpansion, logCoshExpansion } from '../numeric/rational/log-cosh.ts';
import { levelTolerance, roundingBound } from './rounding.ts';
import type { SpinFermionSystem } from './system.ts';

/** Expansions take milliseconds and depend on three numbers only. */
const expansions = cache<LogCoshExpansion>(32);

export function expansionOf(system: SpinFermionSystem): LogCoshExpansion {
  const numbers = [1 / system.parameters.temperature, system.cutoff, levelTolerance(system)] as const;
  return expansions(numbers.join(), () => logCoshExpansion(...numbers));
}

/** Bound on |error of log W|, approximation and rounding, for every configuration of unit spins. */
export function poleErrorBound(system: SpinFermionSystem): number {
  return 2 * system.siteCount * expansionOf(system).levelError + roundingBound(system);
}
