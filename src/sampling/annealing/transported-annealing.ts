/** A flow as the last step of an annealing. */
import type { Flow } from '../../flow/flow.ts';
import { requireInverse } from '../inner/there-and-back.ts';
import type { Proposer } from '../interfaces/reversible-kernel.ts';

/**
 * Makes z by `annealing` and goes on to spins S = f(z): an annealing to the base of the flow leaves to the flow what the cheap model of the base has got wrong.
 *
 * The log density stays absolute. It is that of the path to z less the log of the factor by which f stretches volumes at z: whatever the flow, and whatever its base, the mean of W over e to that power is the mean of W over all directions. An advance throws InputError where the way there and the way back do not agree.
 */
export function transportedAnnealing(annealing: Proposer, flow: Flow): Proposer {
  return {
    ...annealing,
    name: `${annealing.name} and flow`,
    advance(spins, random) {
      const { logDensityAfter: ofPath, proposed, accepted, evaluations } = annealing.advance(spins, random);
      const ofBase = flow.base.logDensity(spins);
      const there = flow.transport(spins);
      requireInverse(there, flow.logDensity(spins));
      return { logDensityAfter: ofPath + (there - ofBase), proposed, accepted, evaluations: evaluations + 3 };
    },
  };
}
