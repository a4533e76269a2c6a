/** What became of one model, over seeds. */
import type { MeasuredAcceptance } from '../analysis/acceptance.ts';
import type { Combined } from '../analysis/seeds.ts';
import type { Entry } from './entries.ts';

export interface Outcome {
  readonly entry: Entry;
  /** By seed. */
  readonly measured: readonly MeasuredAcceptance[];
  readonly heldOut: readonly number[];
  readonly rate: Combined;
}

/** Over seeds. */
export const meanOf = ({ measured }: Outcome, key: keyof MeasuredAcceptance): number =>
  measured.reduce((sum, one) => sum + one[key], 0) / measured.length;
