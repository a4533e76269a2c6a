/** A linear model learned from the samples of a pilot, and what its own samples will be worth. */
import type { ModelParameters } from '../../exact/model.ts';
import { exp } from '../../numeric/elementary.ts';
import type { TrainingSample } from '../../training/fit/data-set.ts';
import { fitModel } from '../../training/fit/fit.ts';
import { electronsAt, type LevelSamples } from './density.ts';
import { pilotLinear } from './linear-samples.ts';
import { spinPartOf } from './pilot.ts';

/** Samples with their spins. */
export interface SpinSamples extends LevelSamples {
  /** The spins of all samples of a chain, one after the other. */
  readonly spins: readonly Float64Array[];
}

export interface LearnedLinear {
  readonly couplings: Float64Array;
  /** The number of Kish over that of samples, as foretold by samples that half of the couplings were not learned from. */
  readonly kishShare: number;
}

/** The latest samples, of all chains, that a model learns from: more would not change it. */
const MOST_SAMPLES = 1000;
/** Samples for each coupling, without which nothing is learned. */
const SAMPLES_PER_COUPLING = 6;

/** The linear model of −T log W at a chemical potential; undefined where samples are too few. It need not be good: samples are weighted. */
export function learnLinear(
  parameters: ModelParameters,
  stages: readonly SpinSamples[],
  chemicalPotential: number,
): LearnedLinear | undefined {
  const data = stages.flatMap((stage) => trainingSamples(parameters, stage, chemicalPotential)).slice(-MOST_SAMPLES);
  if (data.length < SAMPLES_PER_COUPLING * pilotLinear(parameters).parameters.length) return undefined;
  const { temperature } = parameters;
  const fitted = (training: readonly TrainingSample[]) => {
    const model = pilotLinear(parameters);
    fitModel(model, { training, heldOut: [] }, { temperature });
    return model;
  };
  const half = fitted(data.filter((_, k) => k % 2 === 0));
  const residuals = data
    .filter((_, k) => k % 2 === 1)
    .map(({ spins, freeEnergy }) => (half.energy(spins) - freeEnergy) / temperature);
  return { couplings: fitted(data).parameters.slice(), kishShare: kishShareOf(residuals) };
}

function trainingSamples(parameters: ModelParameters, stage: SpinSamples, chemicalPotential: number): TrainingSample[] {
  const { temperature, lattice } = parameters;
  const { logWeights } = electronsAt(stage, chemicalPotential);
  const spinPart = spinPartOf({ parameters });
  const length = 3 * lattice.siteCount;
  return logWeights.flatMap((chain, c) =>
    Array.from(chain, (logWeight, k) => {
      const spins = stage.spins[c].slice(k * length, (k + 1) * length);
      return { spins, freeEnergy: -temperature * (logWeight + spinPart(spins)) };
    }),
  );
}

/** With w = W/W_eff the share of Kish is ⟨w⟩²/⟨w²⟩ over samples of W_eff, and so 1/(⟨w⟩⟨1/w⟩) over those of W. `residuals`: log w, up to a constant. */
function kishShareOf(residuals: readonly number[]): number {
  const [smallest, largest] = [Math.min(...residuals), Math.max(...residuals)];
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + exp(one), 0) / values.length;
  const weights = mean(residuals.map((one) => one - largest));
  const inverses = mean(residuals.map((one) => smallest - one));
  return exp(smallest - largest) / (weights * inverses);
}
