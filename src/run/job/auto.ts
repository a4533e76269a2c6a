/** `[effective] kind = "auto"`: model and sampler with the most effective samples per counted cost, found by trying. */
import { createModel } from '../../exact/create.ts';
import { modelParameters } from '../model-parameters.ts';
import type { Spec } from '../spec/spec.ts';
import { type Attempt, CANDIDATES, type Contestant, contestantOf, exactContestants, worth } from './contestants.ts';
import type { LearnedModels } from './effective.ts';
import { type LearnOptions, type Trained, trainModel } from './learn.ts';

export interface AutoChoice {
  readonly method: Spec['sampling']['method'];
  readonly effective: Spec['effective'];
  /** In the order of trying. */
  readonly attempts: readonly Attempt[];
}

export interface Chosen {
  readonly choice: AutoChoice;
  /** Of the chosen method, where it has any. */
  readonly models?: LearnedModels | undefined;
}

/** Those with at least this much of what the best has shown go into the final: in a short trial a chain that stays once for long has three times its τ. */
const FINALISTS = 0.3;
/** Steps of the final, but not more than the run has samples. */
const FINAL = 4000;

/**
 * The exact samplers first, then the linear model, then every network that could beat the best so far: none that would lose even with every proposal accepted and
 * τ = 1. A final of longer chains decides between those that are close, for the best of many short trials is the luckiest one. Costs are counted,
 * so that the same spec makes the same choice everywhere. The models of the winner are trained already.
 */
export function chooseAutomatically(spec: Spec, options: LearnOptions): Chosen {
  const exact = createModel(modelParameters(spec));
  const contestants = exactContestants(spec, exact);
  const train = trainOnce(options);
  for (const candidate of CANDIDATES)
    contestants.push(contestantOf(spec, exact, candidate, worth(bestOf(contestants)), train));
  const decided = final(contestants, Math.min(FINAL, spec.sampling.chains * spec.sampling.samples));
  const { attempt, learned } = bestOf(decided.filter(({ isFinalist }) => isFinalist));
  const attempts = decided.map(({ attempt: one }) => one);
  return {
    choice: { method: attempt.method, effective: { ...spec.effective, ...attempt.effective }, attempts },
    models: learned,
  };
}

function bestOf<C extends Contestant>(contestants: readonly C[]): C {
  return contestants.reduce((a, b) => (worth(b) > worth(a) ? b : a));
}

/** Where one is far ahead, it is the only finalist and need not try again. */
function final(contestants: readonly Contestant[], steps: number): (Contestant & { readonly isFinalist: boolean })[] {
  const enough = FINALISTS * worth(bestOf(contestants));
  const finalists = contestants.filter((one) => worth(one) >= enough);
  return contestants.map((one) => {
    const isFinalist = finalists.includes(one);
    const attempt = isFinalist && finalists.length > 1 ? one.again?.(steps) : undefined;
    return { ...one, attempt: attempt ?? one.attempt, isFinalist };
  });
}

/** Samplers with the same model share its training. */
function trainOnce(options: LearnOptions): (spec: Spec) => Trained {
  const known = new Map<string, Trained>();
  return (spec) => {
    const key = JSON.stringify([spec.effective, spec.training]);
    const trained = known.get(key) ?? trainModel(spec, options);
    known.set(key, trained);
    return trained;
  };
}
