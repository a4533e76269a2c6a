/** What a spec with a filling is sampled at. */
import type { Tally } from '../learning/timed-trial.ts';
import type { SampledWeight } from './budget.ts';
import type { Density } from './density.ts';

/** The chemical potential that a filling needs, and how it was found. It is frozen before anything is learned or measured. */
export interface Filling extends Tally {
  /** Electrons per site as the spec wants them. */
  readonly wanted: number;
  readonly chemicalPotential: number;
  /** One standard deviation, from the samples of the pilot; 0 by symmetry. */
  readonly error: number;
  /** ⟨n⟩ at this chemical potential, as the pilot has it. */
  readonly density: Density;
  /** symmetry: μ = 0 is half filling for every temperature. pilot: from chains that were made to find it. */
  readonly chosenBy: 'symmetry' | 'pilot';
  /** All chemical potentials that will do, where the filling leaves μ open by more than T, as in a gap. */
  readonly interval?: readonly [number, number];
  /** accuracy: ⟨n⟩ is known twice as well as the run is going to know it. budget: the pilot had its share of the cost of the run. */
  readonly endedBy?: 'accuracy' | 'budget';
  /** Whether the last change of μ was within its error. */
  readonly isSettled: boolean;
  /** ⟨n⟩ of the chain with a hot start minus that of the other, in standard deviations. */
  readonly startsSigma?: number;
  /** The stages of the pilot. */
  readonly stages: readonly FillingStage[];
}

/** A part of the pilot, with chains at one chemical potential. */
export interface FillingStage {
  /** What its chains sample: the weight of the model, or that of a linear model, whose samples are weighted. */
  readonly weight: SampledWeight;
  readonly chemicalPotential: number;
  /** Trajectories, or advances of the chain of the linear model, before the first sample of each chain. */
  readonly warmUp: number;
  /** Samples of each chain. */
  readonly samples: number;
  /** ⟨n⟩ at that chemical potential. */
  readonly density: number;
  readonly error: number;
  /** The number of Kish over that of samples. */
  readonly kishShare: number;
}
