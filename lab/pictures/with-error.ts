/** Numbers with their errors, as papers write them. */
import { formatWithError } from '../../src/statistics/format.ts';
import type { Running } from '../engine/frame.ts';
import { inDigits, signed } from '../numbers.ts';

/** "−1.7073(12)"; a mean whose error is not known yet ends in "…". */
export function withError(estimate: Running | undefined): string {
  if (!estimate) return '';
  const { mean, error } = estimate;
  return error === undefined ? `${inDigits(mean, 3)} …` : signed(formatWithError(mean, error));
}
