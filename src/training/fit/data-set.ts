/** What a model learns from: configurations with their exact free energy and, where it was computed, their exact force. */

/** A configuration with its exact free energy. */
export interface TrainingSample {
  /** 3N: x y z of site 0, of site 1, … */
  readonly spins: Float64Array;
  /** F(S) = −T log W(S). */
  readonly freeEnergy: number;
  /** 3N: −∂F/∂S_i; only its part perpendicular to S_i is learned from. */
  readonly force?: Float64Array;
  /** Relative weight in the loss; 1 where left out. */
  readonly weight?: number;
}

/** The samples of a fit. */
export interface DataSet {
  /** What parameters are fitted to. */
  readonly training: readonly TrainingSample[];
  /** What decides when to stop and which candidate is best; never fitted to. */
  readonly heldOut: readonly TrainingSample[];
}

/** One sample in five is held out. */
export const HELD_OUT_PERIOD = 5;

/**
 * Holds out every `period`-th sample. The place of a sample decides, so that one held out once stays so while the list grows,
 * and the choice spreads over the whole history of a chain.
 */
export function splitSamples(samples: readonly TrainingSample[], period = HELD_OUT_PERIOD): DataSet {
  const isHeldOut = (index: number) => index % period === period - 1;
  return {
    training: samples.filter((_, index) => !isHeldOut(index)),
    heldOut: samples.filter((_, index) => isHeldOut(index)),
  };
}

export function weightOf({ weight = 1 }: TrainingSample): number {
  return weight;
}

/** Sums of the weights; those of the samples with forces alone in `forces`. */
export function totalWeights(samples: readonly TrainingSample[]): {
  readonly energies: number;
  readonly forces: number;
} {
  let energies = 0;
  let forces = 0;
  for (const sample of samples) {
    energies += weightOf(sample);
    if (sample.force) forces += weightOf(sample);
  }
  return { energies, forces };
}
