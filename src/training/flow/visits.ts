/** Configurations of a chain of the exact weight, for a flow to learn from. */
import type { RandomStream } from '../../numeric/philox.ts';

/** Moves a chain of the exact weight on, in place; returns the exact evaluations that it took. `isWarmingUp`: step sizes may adapt. */
export type Visit = (spins: Float64Array, random: RandomStream, isWarmingUp: boolean) => number;

export interface Visited {
  readonly visited: readonly Float64Array[];
  readonly exactEvaluations: number;
}

/** No chain at all. */
export const NO_VISITS: Visited = { visited: [], exactEvaluations: 0 };

/** The part of its evaluations after which a chain has forgotten that it began with a configuration of the flow. */
const WARM_UP = 0.25;

/** Configurations of a chain that begins with `spins`, which it moves; one more exact evaluation of each is counted. */
export function visitedBy(visit: Visit, spins: Float64Array, budget: number, random: RandomStream): Visited {
  const visited: Float64Array[] = [];
  let [exactEvaluations, latest] = [0, 0];
  while (exactEvaluations + latest <= budget) {
    const isWarmingUp = exactEvaluations < WARM_UP * budget;
    // One more for the force, which the flow learns from.
    latest = visit(spins, random, isWarmingUp) + Number(!isWarmingUp);
    exactEvaluations += latest;
    if (!isWarmingUp) visited.push(spins.slice());
  }
  return { visited, exactEvaluations };
}
