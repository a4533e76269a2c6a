/** Independent configurations of a flow as an inner chain. */
import { InputError } from '../../errors.ts';
import type { Flow } from '../../flow/flow.ts';
import { randomDirection } from '../../numeric/directions.ts';
import type { RandomStream } from '../../numeric/philox.ts';
import { sameSpins } from '../../spins/same-spins.ts';
import type { ReversibleKernel } from '../interfaces/reversible-kernel.ts';
import { requireInverse } from './there-and-back.ts';

/**
 * The kernel that forgets where it was: every advance draws uniform spins and moves them by the flow, so q(S → S′) = q(S′), which is reversible with respect to q.
 *
 * Both ends have log q by the way back from the spins, never by the way that led to them: the two agree to rounding only, and a chain that is resumed knows nothing but its spins. log q is taken relative to uniform spins, (4π)^{−N}: the mean of W/q is that of W over all directions. Throws InputError for a flow on another base than uniform spins, and an advance where the two do not agree.
 */
export function flowKernel(flow: Flow): ReversibleKernel {
  if (!flow.base.isUniform) {
    throw new InputError(
      'flow: expected one with a uniform base, whose z can be drawn at once, found another\n  did you mean transportedKernel?',
    );
  }
  const { siteCount } = flow.lattice;
  const logDensityOf = remembered(flow);
  return {
    name: 'flow',
    isIndependent: true,
    advance(spins: Float64Array, random: RandomStream) {
      const before = logDensityOf(spins);
      for (let site = 0; site < siteCount; site++) randomDirection(random, spins, 3 * site);
      const there = flow.transport(spins) - flow.base.logDensity(spins);
      const after = logDensityOf(spins);
      requireInverse(there, after);
      return { logDensityBefore: before, logDensityAfter: after, proposed: 0, accepted: 0, evaluations: 2 };
    },
    logDensity: (spins) => relativeDensity(flow, spins),
    settings: () => ({}),
    restore: () => {},
  };
}

/** log of q over the density of uniform spins, a constant. */
const relativeDensity = (flow: Flow, spins: Float64Array): number =>
  flow.logDensity(spins) - flow.base.logDensity(spins);

/** The same, computed once for the last two configurations: where a chain is, and what was proposed to it. */
function remembered(flow: Flow): (spins: Float64Array) => number {
  const empty = () => ({ spins: new Float64Array(3 * flow.lattice.siteCount), logDensity: Number.NaN });
  let [latest, earlier] = [empty(), empty()];
  return (spins) => {
    if (!sameSpins(latest.spins, spins)) {
      [latest, earlier] = [earlier, latest];
      if (!sameSpins(latest.spins, spins)) {
        latest.spins.set(spins);
        latest.logDensity = relativeDensity(flow, spins);
      }
    }
    return latest.logDensity;
  };
}
