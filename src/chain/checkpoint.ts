/** The state of a chain between two samples: with it, a chain goes on bit for bit. */

/** JSON values; counters only grow. */
export type Numbers = Readonly<Record<string, number>>;

/** All that a chain needs to go on bit-identically. */
export interface Checkpoint {
  /** Samples of the chain so far; the next one has this number. */
  readonly samples: number;
  /** The spins, x y z of site 0, of site 1, … */
  readonly spins: Float64Array;
  /** log W of the spins. */
  readonly logWeight: number;
  /** Position of the chain's random stream. */
  readonly randomPosition: number;
  /** Settings of the sampler: step sizes and whatever else warm-up may change. */
  readonly settings: Numbers;
  /** Counts since the first sample: proposed, accepted, exactEvaluations, … */
  readonly counters: Numbers;
}
