/** A flow as the last step of an inner chain. */
import type { Flow } from '../../flow/flow.ts';
import type { ReversibleKernel } from '../interfaces/reversible-kernel.ts';

/**
 * The kernel that goes back to z by the flow, moves z by `inner`, and goes on to spins again. Where `inner` is reversible with respect to the base of the flow, this one is with respect to the density of the flow: the flow transports what the cheap model of the base has got wrong.
 *
 * Both ends have log q by the way back from the spins, as functions of the spins alone.
 */
export function transportedKernel(inner: ReversibleKernel, flow: Flow): ReversibleKernel {
  return {
    ...inner,
    name: `${inner.name} and flow`,
    isIndependent: false,
    advance(spins, random) {
      const logDensityBefore = flow.transportBack(spins);
      const { proposed, accepted, evaluations } = inner.advance(spins, random);
      flow.transport(spins);
      const logDensityAfter = flow.logDensity(spins);
      return { logDensityBefore, logDensityAfter, proposed, accepted, evaluations: evaluations + 3 };
    },
    logDensity: (spins) => flow.logDensity(spins),
  };
}
