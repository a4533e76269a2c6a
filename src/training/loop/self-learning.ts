/** The self-learning loop: a model that learns from its own proposals, from random spins on. */
import { createEffectiveModel } from '../../effective/create.ts';
import type { EffectiveModel } from '../../effective/model.ts';
import { InputError } from '../../errors.ts';
import type { SpinFermionModel } from '../../exact/model.ts';
import { philoxStream } from '../../numeric/philox.ts';
import { type FitMethod, fitModel } from '../fit/fit.ts';
import type { Fit, FitResult } from '../fit/fit-result.ts';
import type { Experience } from './experience.ts';
import type { Propose } from './generation.ts';
import { growAfresh, growModel } from './growing.ts';
import type { Grow } from './growth.ts';
import {
  continueTraining,
  type GenerationRecord,
  nextGeneration,
  SMALLEST_GENERATION,
  startTraining,
  type TrainingSetup,
} from './training-state.ts';

export type { GenerationRecord } from './training-state.ts';

/** What a self-learning training starts from, and what it may cost. */
export interface SelfLearningOptions {
  /** The exact model; its temperature must be above zero. */
  readonly exact: SpinFermionModel;
  /** The model to begin with; fitted in closed form where its kind is "linear". Its parameters are written to. */
  readonly model: EffectiveModel;
  /** Whether the model was trained for a similar exact model: then it is neither drawn nor grown, and the training begins at the temperature wanted. */
  readonly isTrained?: boolean;
  /** Steps of growth, applied one after the other. */
  readonly growth?: readonly Grow[];
  /** Makes the proposals of a model, decorrelated from where the chain is. */
  readonly propose: Propose;
  /** How models are fitted that are not linear; "levenberg-marquardt" where left out. */
  readonly method?: FitMethod;
  /** A function that takes the place of every fit, which it is given: to remember results, or to stop. */
  readonly around?: (fit: Fit) => Fit;
  /** Exact evaluations at most. */
  readonly budget: number;
  readonly seed: number;
  /** A listener that is called after every generation, for progress. */
  readonly onGeneration?: (record: GenerationRecord) => void;
}

/** What a self-learning training ends with. */
export interface SelfLearningResult {
  /** The learned model, frozen from here on: what is measured with it must not train it. */
  readonly model: EffectiveModel;
  /** Its last fit. */
  readonly fitted: FitResult;
  /** One record per generation. */
  readonly history: readonly GenerationRecord[];
  /** Exact evaluations that were made. */
  readonly exactEvaluations: number;
  /** Evaluations of the model by fits; those of proposals are known to `propose`. */
  readonly effectiveEvaluations: number;
  /** Why it ended. */
  readonly stopped: 'budget' | 'no more gain';
  /** All samples that were seen, for further fits. */
  readonly experience: Experience;
}

/** Share of the budget for the first model of those that grow: its proposals are good enough for a beginning, and its fits cost nothing. */
const EXPLORATION = 1 / 3;
/** Exact evaluations at least: random spins, and one generation. */
export const SMALLEST_BUDGET = 2 * SMALLEST_GENERATION;
/** Proposals of the first generation of a model that is trained already: a fit to fewer could make it worse. */
const FIRST_OF_TRAINED = 100;
/** Exact evaluations that such a model should have at least: random spins, and one generation. */
export const LEAST_OF_TRAINED = SMALLEST_GENERATION + 1 + FIRST_OF_TRAINED;
/** Generations without gain before the loop ends. */
const PATIENCE = 4;

/**
 * Trains a model on `exact` alone, no chain given.
 *
 * The first parameters are fitted to random spins. The temperature of the chain then halves from generation to generation, from where random
 * spins are typical down to the one wanted, since a model of disordered spins is wrong about ordered ones; the exact test keeps the chain
 * where it should be even when the model sends proposals elsewhere. The first model explores with a third of the budget. Then it grows, and
 * generations follow until neither loss nor acceptance gains. In the end all growth is repeated from the first model on, on all data, and the
 * better result is kept.
 *
 * Throws InputError for T = 0 and for budgets too small to begin with.
 */
export function selfLearn(options: SelfLearningOptions): SelfLearningResult {
  checkOptions(options);
  const { exact, model, propose, budget, seed, method = 'levenberg-marquardt' } = options;
  const { temperature } = exact.parameters;
  const fit: Fit = (fitted, data, start) => fitModel(fitted, data, { temperature, method, seed, start });
  const train = options.around?.(fit) ?? fit;
  const setup: TrainingSetup = { exact, propose, train, random: philoxStream(seed, 0) };
  const { isTrained = false } = options;
  if (!isTrained) model.draw?.(setup.random);
  const state = isTrained ? continueTraining(model, setup) : startTraining(model, setup);
  const growth = growthOf(options);
  const history: GenerationRecord[] = [];
  let stopped: SelfLearningResult['stopped'] = 'budget';
  let isGrown = growth.length === 0;
  const affordable = () => budget - state.experience.samples.length;
  while (affordable() > 0) {
    const isFirst = isTrained && history.length === 0;
    const record = nextGeneration(state, setup, affordable(), isFirst ? FIRST_OF_TRAINED : undefined);
    history.push(record);
    options.onGeneration?.(record);
    if (!isGrown && affordable() <= (1 - EXPLORATION) * budget) {
      isGrown = true;
      growModel(state, growth, setup);
    } else if (state.idleGenerations >= PATIENCE && isGrown && !growAfresh(state, model, growth, setup)) {
      stopped = 'no more gain';
      break;
    }
  }
  if (stopped === 'budget') growAfresh(state, model, growth, setup);
  const { experience, fitted, effectiveEvaluations } = state;
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

/** Models that do not grow, but are drawn at random, are drawn again once there are data. */
function growthOf({ exact, model, isTrained, growth = [] }: SelfLearningOptions): readonly Grow[] {
  if (growth.length > 0 || isTrained || !model.draw) return growth;
  const drawAgain: Grow = (old, random) => {
    const drawn = createEffectiveModel(exact.parameters, old.describe());
    drawn.draw?.(random);
    return drawn;
  };
  return [drawAgain];
}

function checkOptions({ exact, budget }: SelfLearningOptions): void {
  if (exact.parameters.temperature === 0) throw new InputError('self-learning needs a temperature above zero');
  if (!(budget >= SMALLEST_BUDGET)) {
    throw new InputError(`expected a budget of at least ${SMALLEST_BUDGET} exact evaluations, found ${budget}`);
  }
}
