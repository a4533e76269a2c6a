/** Several stretches of one chain as one trial. */
import type { Performance } from './trial.ts';

/** A performance, and the steps that it comes from. */
export interface Shown extends Performance {
  readonly steps: number;
}

/** What both stretches show together: their effective samples add up. */
export function pooled(first: Shown, second: Shown): Shown {
  const steps = first.steps + second.steps;
  const mean = (a: number, b: number) => (first.steps * a + second.steps * b) / steps;
  const tau = 1 / mean(1 / first.tau, 1 / second.tau);
  const cost = mean(first.cost, second.cost);
  const acceptance =
    first.acceptance === null || second.acceptance === null ? null : mean(first.acceptance, second.acceptance);
  return { acceptance, tau, cost, efficiency: 1e9 / (2 * tau * cost), steps };
}
