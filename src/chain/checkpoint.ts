/** The state of a chain between two samples: with it, a chain goes on bit for bit. */

/** JSON values; counters only grow. */
export type Numbers = Readonly<Record<string, number>>;

/** All that a chain needs to go on with the same bits. */
export interface Checkpoint {
  /** Samples of the chain so far; the next one has this number. */
  readonly samples: number;
  /** x y z of site 0, of site 1, … */
  readonly spins: Float64Array;
  readonly logWeight: number;
  /** Of the chain's random stream. */
  readonly randomPosition: number;
  /** Of the sampler: step sizes and whatever else warm-up may change. */
  readonly settings: Numbers;
  /** Since the first sample: proposed, accepted, exactEvaluations, … */
  readonly counters: Numbers;
}
