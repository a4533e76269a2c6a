/** A flow as the last step of an inner chain. */
import type { Flow } from '../../flow/flow.ts';
import { sameSpins } from '../../spins/same-spins.ts';
import type { ReversibleKernel } from '../interfaces/reversible-kernel.ts';
import { requireInverse } from './there-and-back.ts';

/**
 * The kernel that goes back to z by the flow, moves z by `inner`, and goes on to spins again. Where `inner` is reversible with respect to the base of the flow, this one is with respect to the density of the flow: the flow transports what the cheap model of the base has got wrong.
 *
 * Both ends have log q by the way back from the spins, as functions of the spins alone. Where `inner` leaves z, the spins stay to the last bit: there and back they would not. An advance throws InputError where the two ways do not agree.
 */
export function transportedKernel(inner: ReversibleKernel, flow: Flow): ReversibleKernel {
  const start = new Float64Array(3 * flow.lattice.siteCount);
  const base = start.slice();
  return {
    ...inner,
    name: `${inner.name} and flow`,
    isIndependent: false,
    advance(spins, random) {
      start.set(spins);
      const logDensityBefore = flow.transportBack(spins);
      base.set(spins);
      const { proposed, accepted, evaluations } = inner.advance(spins, random);
      if (sameSpins(base, spins)) {
        spins.set(start);
        const counts = { proposed, accepted, evaluations: evaluations + 1 };
        return { ...counts, logDensityBefore, logDensityAfter: logDensityBefore };
      }
      const there = flow.transport(spins);
      const logDensityAfter = flow.logDensity(spins);
      requireInverse(there, logDensityAfter);
      return { logDensityBefore, logDensityAfter, proposed, accepted, evaluations: evaluations + 3 };
    },
    logDensity: (spins) => flow.logDensity(spins),
  };
}
