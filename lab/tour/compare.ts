/** Measured numbers in words, and whether they differ. */
import type { Running } from '../engine/frame.ts';
import { withError } from '../pictures/with-error.ts';
import type { Measured } from './measured.ts';

/** Numbers that differ by more than so many error bars differ. */
export const SIGNIFICANT = 4;

/** Distance of two numbers in units of their common error. */
export const pull = (a: Running, b: Running): number =>
  (a.mean - b.mean) / Math.hypot(a.error ?? Number.POSITIVE_INFINITY, b.error ?? Number.POSITIVE_INFINITY);

/** "65.2(8) %" */
export function percent({ mean, error }: Running): string {
  return `${withError(error === undefined ? { mean: 100 * mean } : { mean: 100 * mean, error: 100 * error })} %`;
}

const UNKNOWN: Running = { mean: Number.NaN };

export const acceptanceOf = (measured: Measured | undefined): Running => measured?.acceptance ?? UNKNOWN;
export const estimateOf = (measured: Measured | undefined, name: string): Running =>
  measured?.estimates[name] ?? UNKNOWN;

/** A bar for the acceptance of every chain. */
export const acceptanceBars = (name: string) => (measured: readonly Measured[]) => ({
  name,
  most: 1,
  bars: measured.map((one) => ({ name: one.name, value: acceptanceOf(one) })),
});
