/** What a chain looks like at one moment. What is not known is absent. */

import type { Density } from './density-of-states.ts';
import type { Residuals } from './residuals.ts';

/** A mean as far as the chain tells; the error is absent while there are too few samples for one. */
export interface Running {
  readonly mean: number;
  readonly error?: number;
  readonly tau?: number;
  readonly tauError?: number;
}

/** A series in few enough points to draw: the mean of every stretch of it, and the running mean at its end. */
export interface Drawn {
  readonly name: string;
  /** Numbers of the last samples of the stretches. */
  readonly index: Float64Array;
  readonly stretch: Float64Array;
  readonly running: Float64Array;
  /** Error of the running mean; 0 where it is not known. */
  readonly error: Float64Array;
}

export interface Frame {
  /** Samples so far and samples wanted, those of the warm-up among them. */
  readonly samples: number;
  readonly wanted: number;
  readonly warmUp: number;
  /** Samples a second lately. */
  readonly rate: number;
  /** x y z of every site. */
  readonly spins: Float32Array;
  /** Earlier configurations that can be looked at again. */
  readonly moments: number;
  /** Checksum of the configuration, bit by bit: the same here and in Node for the same sample. */
  readonly checksum: string;
  /** Share of proposals accepted, and the one that a Gaussian log ratio of the same variance predicts. */
  readonly acceptance?: number | undefined;
  readonly predicted?: number | undefined;
  /** The step that has led here, while the chain is taken step by step. */
  readonly step?: Step | undefined;
  /** Made about once a second. */
  readonly summary?: Summary | undefined;
}

/** A proposal and the decision about it: β times the differences of the exact free energy and of the learned energy. */
export interface Step {
  readonly exactDifference: number;
  readonly effectiveDifference: number;
  readonly probability: number;
  readonly isAccepted: boolean;
}

export interface Summary {
  /** Mean of min(1, e^r) over the log ratios r of all decisions; absent where there are none. */
  readonly acceptance?: Running | undefined;
  readonly estimates: Readonly<Record<string, Running>>;
  readonly series: readonly Drawn[];
  /** Means of the structure factors by name. */
  readonly structureFactors: Readonly<Record<string, number>>;
  /** Normalised, at lags 0, 1, …; by observable. */
  readonly autocorrelations: Readonly<Record<string, Float64Array>>;
  readonly residuals?: Residuals | undefined;
  readonly density?: Density | undefined;
}
