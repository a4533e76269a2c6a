/** Transformers of growing depth, and the fits and numbers of samples that they are compared for. */
import type { FitMethod } from '../../src/training/fit/fit.ts';

export const TEMPERATURE = 0.05;
export const SHELLS = 6;

/** A way to fit the transformer at every depth. */
export interface Candidate {
  readonly method: FitMethod;
  readonly samples: number;
}

export interface Plan {
  readonly candidates: readonly Candidate[];
  /** The largest number of blocks. */
  readonly blocks: number;
  readonly seeds: readonly number[];
  readonly starts: number;
  readonly testSamples: number;
}

/** The candidates for two numbers of samples: Levenberg-Marquardt from both, AdamW from the smaller one. */
const candidatesOf = (few: number, many: number): Candidate[] => [
  { method: 'levenberg-marquardt', samples: few },
  { method: 'levenberg-marquardt', samples: many },
  { method: 'adamw', samples: few },
];

export const plan = (isQuick: boolean): Plan =>
  isQuick
    ? { candidates: candidatesOf(300, 1200), blocks: 4, seeds: [1, 2, 3], starts: 1, testSamples: 1000 }
    : { candidates: candidatesOf(1000, 4000), blocks: 6, seeds: [1, 2, 3, 4], starts: 2, testSamples: 2000 };
