/** Whether a flow and its inverse agree. */
import { InputError } from '../../errors.ts';

/** What a chain allows log W to be off by. Trained flows differ by 1e-12. */
const LARGEST_DIFFERENCE = 1e-6;

/**
 * Throws InputError where log q by the way there and by the way back from the spins differ, or are no numbers: huge parameters press so many z into so few spins that floating-point numbers cannot tell them apart, and weights would be wrong.
 */
export function requireInverse(there: number, back: number): void {
  if (Math.abs(there - back) <= LARGEST_DIFFERENCE) return;
  throw new InputError(
    `flow: expected the same log q by the way there and back, to ${LARGEST_DIFFERENCE}, found ${there} and ${back}\n  its parameters are too large; did you mean to train it on?`,
  );
}
