/** Transformers with three kinds of attention sum, trained on 6 × 6 sites and used on larger lattices. */
import type { EffectiveChoice } from '../../src/effective/model.ts';

export const TEMPERATURE = 0.05;
/** The lattice sizes; transformers are trained on the first. */
export const SIZES = [6, 8, 12];
/** The number of exact evaluations of a refit. */
export const BUDGET = 200;
export const SHELLS = 6;

export interface Candidate {
  readonly name: string;
  readonly choice: EffectiveChoice;
}

const transformer = { kind: 'transformer', shells: SHELLS, blocks: 2 } as const;

const CANDIDATES: readonly Candidate[] = [
  { name: 'normalised sum', choice: { ...transformer, normalised: true } },
  { name: 'window of 6 shells', choice: { ...transformer, window: 6 } },
  { name: 'plain sum', choice: transformer },
];

export interface Plan {
  readonly candidates: readonly Candidate[];
  readonly seeds: readonly number[];
  readonly samples: number;
  readonly starts: number;
  readonly testSamples: number;
  readonly proposals: number;
}

export const plan = (isQuick: boolean): Plan =>
  isQuick
    ? { candidates: CANDIDATES, seeds: [1, 2, 3], samples: 800, starts: 1, testSamples: 150, proposals: 80 }
    : { candidates: CANDIDATES, seeds: [1, 2, 3, 4], samples: 3000, starts: 2, testSamples: 500, proposals: 300 };
