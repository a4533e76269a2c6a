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

/**
 * Those with at least this share of what the best has shown try again, with so many steps from random spins on. In a short trial a chain that stays once for
 * long has three times its τ; in a longer one τ is known to a tenth or two.
 */
const ROUNDS = [
  { share: 0.3, steps: 4000 },
  { share: 0.7, steps: 10000 },
] as const;
/** Of the samples of the run, so that trials do not take longer than what they are for. */
const LONGEST_ROUND = 1 / 3;

/**
 * The exact samplers first, then the linear model, then every network that could beat the best so far: none that would lose even with every proposal accepted and
 * τ = 1. Rounds of longer chains decide between those that are close, for the best of many short trials is the luckiest one. Costs are counted,
 * so that the same spec makes the same choice everywhere. The models of the winner are trained already.
 */
export function chooseAutomatically(spec: Spec, options: LearnOptions): Chosen {
  const exact = createModel(modelParameters(spec));
  const contestants = exactContestants(spec, exact);
  const train = trainOnce(options);
  for (const candidate of CANDIDATES)
    contestants.push(contestantOf(spec, exact, candidate, worth(bestOf(contestants)), train));
  const { winner, attempts } = decide(contestants, spec.sampling.chains * spec.sampling.samples);
  const { method, effective } = winner.attempt;
  return {
    choice: { method, effective: { ...spec.effective, ...effective }, attempts },
    models: winner.learned,
  };
}

function bestOf<C extends Contestant>(contestants: readonly C[]): C {
  return contestants.reduce((a, b) => (worth(b) > worth(a) ? b : a));
}

interface Decision {
  readonly winner: Contestant;
  /** Of all contestants, the longest ones. */
  readonly attempts: readonly Attempt[];
}

/** Where one is far ahead, nobody need try again. */
function decide(contestants: readonly Contestant[], samples: number): Decision {
  const latest = new Map(contestants.map((one) => [one.attempt.name, one]));
  let leaders = contestants;
  for (const { share, steps } of ROUNDS) {
    const enough = share * worth(bestOf(leaders));
    leaders = leaders.filter((one) => worth(one) >= enough);
    if (leaders.length === 1 || steps > LONGEST_ROUND * samples) break;
    leaders = leaders.map((one) => ({ ...one, attempt: one.again?.(steps) ?? one.attempt }));
    for (const one of leaders) latest.set(one.attempt.name, one);
  }
  return { winner: bestOf(leaders), attempts: [...latest.values()].map(({ attempt }) => attempt) };
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
