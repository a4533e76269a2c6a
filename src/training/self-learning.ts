/** The self-learning loop: a model that learns from its own proposals, from random spins on. */
import type { EffectiveModel } from '../effective/model.ts';
import { InputError } from '../errors.ts';
import type { SpinFermionModel } from '../exact/model.ts';
import { randomDirection } from '../numeric/directions.ts';
import { philoxStream, type RandomStream } from '../numeric/philox.ts';
import type { FittedModel } from './best-of.ts';
import type { Sample } from './data-set.ts';
import { asDataSet, type Experience, energySpread, extendExperience } from './experience.ts';
import { fitModel } from './fit.ts';
import { currentDecidingLoss, decidingLoss, decidingSamples, type Fit, type FitResult } from './fit-result.ts';
import { exactSample, type Generation, type Propose, runGeneration } from './generation.ts';
import { type Grow, growAndFit } from './growth.ts';
import { evaluateLoss, type Loss } from './loss.ts';
import { predictedAcceptance } from './predicted-acceptance.ts';

export interface SelfLearningOptions {
  /** Its temperature must be above zero. */
  readonly exact: SpinFermionModel;
  /** What to begin with; closed form for kind "linear". Its parameters are written to. */
  readonly model: EffectiveModel;
  /** Applied one after the other, each when the model before has learned what it can. */
  readonly growth?: readonly Grow[];
  /** Random starts of each growth, the best is kept; 3 where left out. */
  readonly starts?: number;
  readonly propose: Propose;
  /** `fitModel` with its defaults where left out. */
  readonly train?: Fit;
  /** Exact evaluations at most. */
  readonly budget: number;
  readonly seed: number;
  /** Called after every generation, for progress. */
  readonly onGeneration?: (record: GenerationRecord) => void;
}

/** Proposals were made by the model as it was before the fit that ends the generation. */
export interface GenerationRecord {
  /** Of the chain and of its exact test; above that of the exact model at first. */
  readonly temperature: number;
  readonly parameterCount: number;
  readonly proposed: number;
  readonly accepted: number;
  /** Mean of min(1, ratio). */
  readonly acceptance: number;
  /** erfc(σ/2) from the variance of β(F − E_eff) over the proposals. */
  readonly predictedAcceptance: number;
  /** That variance: the model had seen none of them. */
  readonly residualVariance: number;
  /** Losses after the fit. */
  readonly training: Loss;
  readonly heldOut: Loss;
  /** Since the beginning. */
  readonly exactEvaluations: number;
  readonly effectiveEvaluations: number;
}

export interface SelfLearningResult {
  /** Frozen from here on: what is measured with it must not train it. */
  readonly model: EffectiveModel;
  /** Its last fit. */
  readonly fitted: FitResult;
  readonly history: readonly GenerationRecord[];
  readonly exactEvaluations: number;
  /** Of fits; what `propose` needs is known to it. */
  readonly effectiveEvaluations: number;
  /** Why it ended. */
  readonly stopped: 'budget' | 'no more gain';
  /** All that was seen, for further fits. */
  readonly experience: Experience;
}

/** Random configurations at the beginning, and proposals per generation at least. */
const SMALLEST_GENERATION = 10;
/** A generation adds a quarter to what is known: late fits are expensive, early ones change a lot. */
const GENERATION_FRACTION = 4;
/** A fit that lowers the held-out loss by less than this has gained nothing. */
const LOSS_GAIN = 0.02;
/** So has a generation whose acceptance is not higher than the best before by this much. */
const ACCEPTANCE_GAIN = 0.01;
/** Generations without gain before the loop ends; a model that can grow does so after the first. */
const PATIENCE = 4;

/** Everything that changes while learning. */
interface Learner {
  experience: Experience;
  fitted: FittedModel;
  /** Where the exact chain is. */
  current: Sample;
  temperature: number;
  effectiveEvaluations: number;
  bestAcceptance: number;
  idleGenerations: number;
}

/**
 * Trains a model on `exact` alone, no chain given.
 *
 * Random spins teach the first parameters. The temperature of the chain then halves from generation to generation, from where random
 * spins are typical down to the one wanted, since a model of disordered spins is wrong about ordered ones; the exact test keeps the chain where it
 * should be even when the model sends proposals elsewhere. At the final temperature generations follow until neither loss nor acceptance gains, the
 * model grows, and so on. In the end all growth is repeated on all data. Growth left over when the budget is spent happens on the data there are.
 *
 * Throws InputError for T = 0 and for budgets too small to begin with.
 */
export function selfLearn(options: SelfLearningOptions): SelfLearningResult {
  checkOptions(options);
  const { exact, budget, seed } = options;
  const train: Fit =
    options.train ?? ((model, data) => fitModel(model, data, { temperature: exact.parameters.temperature, seed }));
  const random = philoxStream(seed, 0);
  const learner = firstLesson(options, train, random);
  const growth = [...(options.growth ?? [])];
  const history: GenerationRecord[] = [];
  let stopped: SelfLearningResult['stopped'] = 'budget';
  while (learner.experience.samples.length < budget) {
    const record = nextGeneration(learner, options, train, random);
    history.push(record);
    options.onGeneration?.(record);
    if (!hasLearned(learner, growth.length, options)) continue;
    const grow = growth.shift();
    if (grow) growLearner(learner, grow, options, train, random);
    else if (!growAfresh(learner, options, train, random)) {
      stopped = 'no more gain';
      break;
    }
  }
  for (const grow of growth) growLearner(learner, grow, options, train, random);
  if (stopped === 'budget') growAfresh(learner, options, train, random);
  const { experience, fitted, effectiveEvaluations } = learner;
  const exactEvaluations = experience.samples.length;
  return {
    model: fitted.model,
    fitted: fitted.result,
    history,
    exactEvaluations,
    effectiveEvaluations,
    stopped,
    experience,
  };
}

/** Models that are not the last share the first half of the budget. */
function hasLearned(
  { idleGenerations, experience }: Learner,
  growthLeft: number,
  options: SelfLearningOptions,
): boolean {
  if (growthLeft === 0) return idleGenerations >= PATIENCE;
  const stages = options.growth?.length ?? 0;
  const share = (stages - growthLeft + 1) / stages / 2;
  return idleGenerations >= 1 || experience.samples.length >= share * options.budget;
}

function checkOptions({ exact, budget }: SelfLearningOptions): void {
  if (exact.parameters.temperature === 0) throw new InputError('self-learning needs a temperature above zero');
  if (!(budget >= 2 * SMALLEST_GENERATION)) {
    throw new InputError(`expected a budget of at least ${2 * SMALLEST_GENERATION} exact evaluations, found ${budget}`);
  }
}

function firstLesson({ exact, model }: SelfLearningOptions, train: Fit, random: RandomStream): Learner {
  const samples = Array.from({ length: SMALLEST_GENERATION }, () =>
    exactSample(exact, randomSpins(exact.parameters.lattice.siteCount, random)),
  );
  const temperature = Math.max(exact.parameters.temperature, energySpread(samples));
  const experience = extendExperience({ samples: [], temperatures: [] }, samples, temperature);
  const result = train(model, asDataSet(experience, temperature));
  const { effectiveEvaluations } = result;
  const counters = { effectiveEvaluations, bestAcceptance: 0, idleGenerations: 0 };
  return { experience, fitted: { model, result }, current: samples[0], temperature, ...counters };
}

function randomSpins(siteCount: number, random: RandomStream): Float64Array {
  const spins = new Float64Array(3 * siteCount);
  for (let site = 0; site < siteCount; site++) randomDirection(random, spins, 3 * site);
  return spins;
}

function nextGeneration(
  learner: Learner,
  { exact, propose, budget }: SelfLearningOptions,
  train: Fit,
  random: RandomStream,
): GenerationRecord {
  const { model } = learner.fitted;
  const known = learner.experience.samples.length;
  const size = Math.min(budget - known, Math.max(SMALLEST_GENERATION, Math.floor(known / GENERATION_FRACTION)));
  const chain = { start: learner.current, temperature: learner.temperature, size };
  const generation = runGeneration(exact, model, propose, chain, random);
  learner.current = generation.end;
  learner.experience = extendExperience(learner.experience, generation.samples, learner.temperature);
  const record = refit(learner, generation, train, exact.parameters.temperature);
  learner.temperature = Math.max(exact.parameters.temperature, learner.temperature / 2);
  return record;
}

/** The gain of a fit is measured on the held-out samples known now, for the parameters before and after. */
function refit(learner: Learner, generation: Generation, train: Fit, finalTemperature: number): GenerationRecord {
  const { fitted, experience, temperature } = learner;
  const data = asDataSet(experience, temperature);
  const before = evaluateLoss(fitted.model, decidingSamples(data), { temperature: finalTemperature });
  const result = train(fitted.model, data);
  learner.fitted = { model: fitted.model, result };
  learner.effectiveEvaluations += result.effectiveEvaluations;
  const after = decidingLoss(result);
  const lossRatio = after.total / (before.energy + after.forceWeight * before.force);
  if (temperature === finalTemperature) judge(learner, generation.meanAcceptance, lossRatio);
  return recordOf(learner, generation);
}

function judge(learner: Learner, acceptance: number, lossRatio: number): void {
  const gained = lossRatio < 1 - LOSS_GAIN || acceptance > learner.bestAcceptance + ACCEPTANCE_GAIN;
  learner.idleGenerations = gained ? 0 : learner.idleGenerations + 1;
  learner.bestAcceptance = Math.max(learner.bestAcceptance, acceptance);
}

function recordOf(
  { fitted, experience, temperature, effectiveEvaluations }: Learner,
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

/**
 * Grows the first model once more, on all data: what was grown on few data may sit in a poor minimum. Whether that gained; never for models
 * that do not grow.
 */
function growAfresh(learner: Learner, options: SelfLearningOptions, train: Fit, random: RandomStream): boolean {
  const { model, exact, growth = [] } = options;
  if (growth.length === 0) return false;
  const { temperature } = exact.parameters;
  const data = asDataSet(learner.experience, temperature);
  const incumbent = learner.fitted;
  const result = train(model, data);
  learner.effectiveEvaluations += result.effectiveEvaluations;
  learner.fitted = { model, result };
  for (const grow of growth) growLearner(learner, grow, options, train, random);
  const { total, forceWeight } = decidingLoss(learner.fitted.result);
  const gained = total < (1 - LOSS_GAIN) * currentDecidingLoss(incumbent.model, data, { temperature, forceWeight });
  if (!gained) learner.fitted = incumbent;
  return gained;
}

function growLearner(
  learner: Learner,
  grow: Grow,
  { exact, starts = 3 }: SelfLearningOptions,
  train: Fit,
  random: RandomStream,
): void {
  const { temperature } = exact.parameters;
  const data = asDataSet(learner.experience, temperature);
  learner.fitted = growAndFit(learner.fitted, grow, { starts, temperature }, data, train, random);
  learner.effectiveEvaluations += learner.fitted.result.effectiveEvaluations;
  learner.bestAcceptance = 0;
  learner.idleGenerations = 0;
}
