/** How many configurations an acceptance needs. */
import type { Learned } from './entries.ts';

/** Acceptance asked for. */
export const WANTED = 0.5;

/** More than the first, at most the second, each where known. */
export interface Demand {
  readonly above?: number;
  readonly atMost?: number;
}

/** By more than one standard deviation either way; what lies between two numbers of configurations is not interpolated. */
export function demandOf(points: readonly Pick<Learned, 'samples' | 'acceptance'>[], wanted = WANTED): Demand {
  const isBelow = ({ acceptance: { value, error } }: (typeof points)[number]) => value + error < wanted;
  const isAbove = ({ acceptance: { value, error } }: (typeof points)[number]) => value - error > wanted;
  const atMost = points.find((point, k) => isAbove(point) && !points.slice(k).some(isBelow))?.samples;
  const above = points.findLast(isBelow)?.samples;
  return { ...(above === undefined ? {} : { above }), ...(atMost === undefined ? {} : { atMost }) };
}

export function demandText({ above, atMost }: Demand): string {
  if (above !== undefined && atMost !== undefined) return `${above} to ${atMost}`;
  if (atMost !== undefined) return `at most ${atMost}`;
  return above === undefined ? 'cannot be told' : `more than ${above}`;
}
