/** The state of a self-learning training, and one generation of it. */
import type { EffectiveModel } from '../../effective/model.ts';
import type { SpinFermionModel } from '../../exact/model.ts';
import type { RandomStream } from '../../numeric/philox.ts';
import { hotSpins } from '../../spins/hot.ts';
import { predictedAcceptance } from '../../statistics/predicted-acceptance.ts';
import type { TrainingSample } from '../fit/data-set.ts';
import { decidingLoss, decidingSamples, type Fit } from '../fit/fit-result.ts';
import { evaluateLoss, type Loss } from '../fit/loss.ts';
import { asDataSet, type Experience, energySpread, extendExperience, NOTHING_SEEN } from './experience.ts';
import { exactSample, type Generation, type Propose, runGeneration } from './generation.ts';
import type { FittedModel } from './growth.ts';

/** Random configurations at the beginning, and proposals per generation at least. */
export const SMALLEST_GENERATION = 10;
/** A generation adds half to what is known: late fits are expensive, early ones change a lot. */
const GENERATION_FRACTION = 2;
/** A fit that lowers the held-out loss by less than this has gained nothing. */
export const LOSS_GAIN = 0.02;
/** A generation whose acceptance exceeds the best before by less than this has gained nothing either. */
const ACCEPTANCE_GAIN = 0.01;

/** What a training does not change. */
export interface TrainingSetup {
  readonly exact: SpinFermionModel;
  readonly propose: Propose;
  readonly train: Fit;
  readonly random: RandomStream;
}

/** What a training changes. */
export interface TrainingState {
  experience: Experience;
  fitted: FittedModel;
  /** The sample at which the exact chain is. */
  current: TrainingSample;
  temperature: number;
  effectiveEvaluations: number;
  bestAcceptance: number;
  idleGenerations: number;
}

/** Proposals were made by the model as it was before the fit that ends the generation. */
export interface GenerationRecord {
  /** Temperature of the chain and of its exact test; above that of the exact model at first. */
  readonly temperature: number;
  readonly parameterCount: number;
  readonly proposed: number;
  readonly accepted: number;
  /** Mean of min(1, ratio). */
  readonly acceptance: number;
  /** Acceptance expected of a Gaussian residual, erfc(σ/2) from the variance of β(F − E_eff) over the proposals. */
  readonly predictedAcceptance: number;
  /** That variance of β(F − E_eff); the model had seen none of the proposals. */
  readonly residualVariance: number;
  /** Losses after the fit. */
  readonly training: Loss;
  readonly heldOut: Loss;
  /** Exact evaluations since the beginning. */
  readonly exactEvaluations: number;
  readonly effectiveEvaluations: number;
}

/** Fits `model` to random spins. */
export function startTraining(model: EffectiveModel, { exact, train, random }: TrainingSetup): TrainingState {
  const samples = randomSamples(exact, random);
  const temperature = Math.max(exact.parameters.temperature, energySpread(samples));
  const experience = extendExperience(NOTHING_SEEN, { samples, overlaps: samples.map(() => 1) }, temperature);
  const result = train(model, asDataSet(experience, temperature), 'rough');
  const { effectiveEvaluations } = result;
  const counters = { effectiveEvaluations, bestAcceptance: 0, idleGenerations: 0 };
  return { experience, fitted: { model, result }, current: samples[0], temperature, ...counters };
}

/**
 * Takes over a model that was trained for a similar exact model: it is fitted to nothing yet, and the chain begins at the temperature wanted, where proposals of the model lead from random spins by way of
 * higher temperatures, without exact evaluations.
 */
export function continueTraining(model: EffectiveModel, { exact, propose, random }: TrainingSetup): TrainingState {
  const { temperature } = exact.parameters;
  const samples = randomSamples(exact, random);
  let { spins } = samples[0];
  for (let hotter = energySpread(samples); hotter > temperature; hotter /= 2)
    spins = propose(model, hotter, spins, random).slice();
  const current = exactSample(exact, propose(model, temperature, spins, random).slice());
  const generation = { samples: [...samples, current], overlaps: [...samples.map(() => 1), 1] };
  const experience = extendExperience(NOTHING_SEEN, generation, temperature);
  const training = evaluateLoss(model, asDataSet(experience, temperature).training, { temperature });
  const effectiveEvaluations = experience.samples.length;
  const result = { method: 'closed-form', training, iterations: 0, bestIteration: 0, effectiveEvaluations } as const;
  const counters = { effectiveEvaluations, bestAcceptance: 0, idleGenerations: 0 };
  return { experience, fitted: { model, result }, current, temperature, ...counters };
}

const randomSamples = (exact: SpinFermionModel, random: RandomStream): TrainingSample[] =>
  Array.from({ length: SMALLEST_GENERATION }, () => exactSample(exact, hotSpins(exact.parameters.lattice, random)));

/** Proposals at the present temperature, at most `affordable` and otherwise `least` or more, exact evaluations, a fit, and the temperature of the next generation. */
export function nextGeneration(
  state: TrainingState,
  { exact, propose, train, random }: TrainingSetup,
  affordable: number,
  least: number = SMALLEST_GENERATION,
): GenerationRecord {
  const { model } = state.fitted;
  const known = state.experience.samples.length;
  const size = Math.min(affordable, Math.max(least, Math.floor(known / GENERATION_FRACTION)));
  const chain = { start: state.current, temperature: state.temperature, size };
  const generation = runGeneration(exact, model, propose, chain, random);
  state.current = generation.end;
  state.experience = extendExperience(state.experience, generation, state.temperature);
  const record = refit(state, generation, train, exact.parameters.temperature);
  state.temperature = Math.max(exact.parameters.temperature, state.temperature / 2);
  return record;
}

/** The gain of a fit is measured on the held-out samples known now, for the parameters before and after. */
function refit(state: TrainingState, generation: Generation, train: Fit, finalTemperature: number): GenerationRecord {
  const { fitted, experience, temperature } = state;
  const data = asDataSet(experience, temperature);
  const before = evaluateLoss(fitted.model, decidingSamples(data), { temperature: finalTemperature });
  const result = train(fitted.model, data, 'near');
  state.fitted = { model: fitted.model, result };
  state.effectiveEvaluations += result.effectiveEvaluations;
  const after = decidingLoss(result);
  const lossRatio = after.total / (before.energy + after.forceWeight * before.force);
  if (temperature === finalTemperature) judge(state, generation.meanAcceptance, lossRatio);
  return recordOf(state, generation);
}

function judge(state: TrainingState, acceptance: number, lossRatio: number): void {
  const gained = lossRatio < 1 - LOSS_GAIN || acceptance > state.bestAcceptance + ACCEPTANCE_GAIN;
  state.idleGenerations = gained ? 0 : state.idleGenerations + 1;
  state.bestAcceptance = Math.max(state.bestAcceptance, acceptance);
}

function recordOf(
  { fitted, experience, temperature, effectiveEvaluations }: TrainingState,
  generation: Generation,
): GenerationRecord {
  const { samples, accepted, meanAcceptance, residualVariance } = generation;
  const { training, heldOut = training } = fitted.result;
  return {
    temperature,
    parameterCount: fitted.model.parameters.length,
    proposed: samples.length,
    accepted,
    acceptance: meanAcceptance,
    predictedAcceptance: predictedAcceptance(Math.sqrt(residualVariance)),
    residualVariance,
    training,
    heldOut,
    exactEvaluations: experience.samples.length,
    effectiveEvaluations,
  };
}
