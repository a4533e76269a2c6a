import { InputError } from '../../errors.ts';

/** Shorter ranges of βE' are fitted as this one: even two poles reach 10⁻¹⁹ there. */
const SHORTEST_RANGE = 0.5;

/** The largest u = βE' to be fitted. */
export function scaledRange(beta: number, cutoff: number): number {
  if (!(beta > 0 && cutoff >= 0 && beta * cutoff < Infinity))
    throw new InputError(`β must be positive and the cutoff not negative, both finite; not ${beta} and ${cutoff}.`);
  return Math.max(beta * cutoff, SHORTEST_RANGE);
}
