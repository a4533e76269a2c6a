/** One round of self-learning: proposals of the current model, exact evaluations, exact tests. */
import type { EffectiveModel } from '../../effective/model.ts';
import type { SpinFermionModel } from '../../exact/model.ts';
import { exp } from '../../numeric/elementary.ts';
import type { RandomStream } from '../../numeric/philox.ts';
import type { TrainingSample } from '../fit/data-set.ts';
import { evaluateLoss } from '../fit/loss.ts';

/**
 * A configuration drawn from exp(−E_eff/T), decorrelated from `spins`, which stays as it is. Must be a function of its arguments and of
 * what it has tuned before.
 */
export type Propose = (
  model: EffectiveModel,
  temperature: number,
  spins: Float64Array,
  random: RandomStream,
) => Float64Array;

export interface Generation {
  /** What was proposed, accepted or not, with free energies and forces. */
  readonly samples: readonly TrainingSample[];
  /** Overlap min(1, W/W_eff) of each sample, with the ratio typical of the chain at 1. */
  readonly overlaps: readonly number[];
  /** The last sample that was accepted, or `start`. */
  readonly end: TrainingSample;
  readonly accepted: number;
  /** Mean of min(1, ratio): the acceptance with less noise than the count. */
  readonly meanAcceptance: number;
  /** Variance of β(F − E_eff) over the proposals: no sample of it was fitted to. */
  readonly residualVariance: number;
}

/** F and −∂F/∂S: one exact evaluation. */
export function exactSample(exact: SpinFermionModel, spins: Float64Array): TrainingSample {
  const force = new Float64Array(spins.length);
  const logWeight = exact.logWeightAndForce(spins, force);
  return { spins, freeEnergy: -exact.parameters.temperature * logWeight, force };
}

/** Makes `size` proposals at a temperature, each accepted with min(1, exp(−[ΔF − ΔE_eff]/T)). */
export function runGeneration(
  exact: SpinFermionModel,
  model: EffectiveModel,
  propose: Propose,
  chain: { readonly start: TrainingSample; readonly temperature: number; readonly size: number },
  random: RandomStream,
): Generation {
  const { start, temperature, size } = chain;
  const residualOf = ({ spins, freeEnergy }: TrainingSample) => (freeEnergy - model.energy(spins)) / temperature;
  const samples: TrainingSample[] = [];
  let end = start;
  let accepted = 0;
  let acceptanceSum = 0;
  let residualSum = 0;
  for (let k = 0; k < size; k++) {
    const sample = exactSample(exact, propose(model, temperature, end.spins, random).slice());
    const acceptance = exp(Math.min(0, residualOf(end) - residualOf(sample)));
    acceptanceSum += acceptance;
    samples.push(sample);
    if (random.nextUniform() < acceptance) {
      end = sample;
      accepted++;
    }
    residualSum += residualOf(end);
  }
  const overlaps = samples.map((sample) => exp(Math.min(0, residualSum / size - residualOf(sample))));
  const { energy: residualVariance } = evaluateLoss(model, samples, { temperature, forceWeight: 0 });
  return { samples, overlaps, end, accepted, meanAcceptance: acceptanceSum / size, residualVariance };
}
