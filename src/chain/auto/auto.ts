/** `[effective] kind = "auto"`: model and sampler with the most effective samples per counted cost, found by trying. */
import { createModel } from '../../exact/create.ts';
import type { LearnedFlow } from '../../flow/flow-files.ts';
import { affordableLength, type FullLength } from '../../sampling/choosing/trial-length.ts';
import { needsFlow } from '../../spec/learns.ts';
import { sampledParameters } from '../../spec/model-parameters.ts';
import type { Spec } from '../../spec/spec.ts';
import { flowTrainingOf, learnFlow } from '../flow/learn-flow.ts';
import { type LearnOptions, proposerOf, type Trained, trainModel, visitedBy } from '../learning/learn.ts';
import { measurementCost } from '../learning/measurement-cost.ts';
import type { LearnedModels } from '../learning/models.ts';
import { plannedCost, SHARE_OF_TRIALS } from '../learning/planned-cost.ts';
import { purposeOf } from '../learning/proposals.ts';
import { addTally, NO_TALLY, runTimedTrial, type Tally } from '../learning/timed-trial.ts';
import { candidatesOf, FAVOURITE, flowFor, obstacleTo, specFor } from './candidates.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { type Attempt, isProven, type Setting, type TriedCandidate, tryCandidate, worth } from './tried-candidate.ts';

/** What a spec with `kind = "auto"` has chosen, and why. */
export interface AutoChoice {
  readonly method: Spec['sampling']['method'];
  readonly effective: Spec['effective'];
  /** Of a spec with a flow: the same, or none. */
  readonly flow?: Spec['flow'];
  /** Candidates, in the order of trying. */
  readonly attempts: readonly Attempt[];
  /** The cost of all trials, those of inner chains included. */
  readonly trials: Tally;
  /** The cost of training all models, and the flow, for them. */
  readonly training: Tally;
}

export interface Chosen {
  readonly choice: AutoChoice;
  /** Models of the chosen method, where it has any. */
  readonly models?: LearnedModels | undefined;
  /** The flow that what they propose goes through, where that was chosen. */
  readonly flow?: LearnedFlow | undefined;
}

/** The spec as if its user had made the choice. */
export function withChoice(spec: Spec, { method, effective, flow = spec.flow }: AutoChoice): Spec {
  return { ...spec, effective, flow, sampling: { ...spec.sampling, method } };
}

interface Round extends FullLength {
  /** Those with at least this part of what the best has shown try again. */
  readonly least: number;
  /** The share of what is left of the budget that a round may take. */
  readonly share: number;
}

/**
 * Further steps of the chains of the first trials, with which they are taken together. In a short trial a chain that stays once for long has three times its τ;
 * in a longer one τ is known to a tenth or two.
 */
const ROUNDS: readonly Round[] = [
  { least: 0.3, warmUp: 0, samples: 3000, halvings: 3, share: 0.5 },
  { least: 0.7, warmUp: 0, samples: 6000, halvings: 3, share: 1 },
];

/**
 * The linear model first, then all that could beat the best so far: none that would lose even with every proposal accepted and τ = 1. Rounds of longer chains
 * decide between those that are close, for the best of many short trials is the luckiest one. All trials together take 10 % of what the run is going to cost; where that is
 * too little to try anything, the linear model is chosen.
 *
 * Costs are counted, so that the same spec makes the same choice everywhere. The models of the winner are trained already.
 */
export function chooseAutomatically(spec: Spec, options: LearnOptions): Chosen {
  const exact = createModel(sampledParameters(spec));
  const training = sharedTraining(options);
  const favourite = trainedFavourite(spec, exact, training.train);
  const ledger = openLedger(options.runTrial ?? runTimedTrial, budgetOf(spec, exact, favourite));
  const visited = favourite ? visitedBy(favourite.result) : [];
  const purpose = purposeOf(exact, visited, measurementCost(spec, exact));
  const { train, trainFlow } = training;
  const setting = { spec, exact, purpose, ledger, train, trainFlow, visited: visited.at(-1) };
  const tried = enter(setting);
  const { winner, attempts } = decide(tried, ledger);
  const { method, effective } = winner.attempt;
  const flow = needsFlow(spec) ? { flow: flowFor(spec, winner.attempt) } : {};
  const costs = { trials: ledger.tally(), training: training.tally() };
  return {
    choice: { method, effective: { ...spec.effective, ...effective }, ...flow, attempts, ...costs },
    models: winner.learned,
    flow: winner.flow,
  };
}

function enter(setting: Setting): TriedCandidate[] {
  const tried: TriedCandidate[] = [];
  for (const candidate of candidatesOf(setting.spec)) {
    const best = Math.max(0, ...tried.filter(isProven).map(worth));
    tried.push(tryCandidate(setting, candidate, best));
  }
  return tried;
}

/** The favourite, trained; undefined where the lattice has no such model. */
function trainedFavourite(spec: Spec, exact: Setting['exact'], train: Setting['train']): Trained | undefined {
  const favourite = specFor(spec, FAVOURITE);
  return obstacleTo(favourite, exact, 0, () => true) ? undefined : train(favourite);
}

function budgetOf(spec: Spec, exact: Setting['exact'], favourite: Trained | undefined): number {
  const learning = favourite && { models: proposerOf(specFor(spec, FAVOURITE), favourite), ...favourite.result };
  return SHARE_OF_TRIALS * plannedCost(spec, exact, learning);
}

interface Decision {
  readonly winner: TriedCandidate;
  /** The attempt of every candidate, from all its trials. */
  readonly attempts: readonly Attempt[];
}

/** Decides by rounds of longer trials. Where one candidate is far ahead, no other round is made. */
function decide(tried: readonly TriedCandidate[], ledger: Ledger): Decision {
  const latest = new Map(tried.map((one) => [one.attempt.name, one]));
  let leaders = tried.filter(({ chain }) => chain);
  for (const [index, round] of ROUNDS.entries()) {
    const enough = round.least * Math.max(...leaders.map(worth));
    leaders = leaders.filter((one) => worth(one) >= enough);
    if (leaders.length < 2) break;
    leaders = tryAgain(leaders, round, index + 1, ledger);
    for (const one of leaders) latest.set(one.attempt.name, one);
  }
  return { winner: winnerOf(leaders, tried), attempts: [...latest.values()].map(({ attempt }) => attempt) };
}

/** The leaders after further steps each; as they are, where the budget pays for few beside those that were made. */
function tryAgain(leaders: readonly TriedCandidate[], round: Round, number: number, ledger: Ledger): TriedCandidate[] {
  const known = Math.max(...leaders.map(({ attempt: { steps = 0 } }) => steps));
  const length = affordableLength(
    (each) => leaders.reduce((sum, { chain }) => sum + (chain?.costOf(each) ?? 0), 0),
    round,
    round.share * ledger.left(),
  );
  if (!length || 2 * length.samples <= known) return [...leaders];
  return leaders.map((one) => {
    one.chain?.goOn(length, number);
    return { ...one, attempt: { ...one.attempt, ...one.chain?.shown() } };
  });
}

/**
 * The best by what has been shown, or hybrid Monte Carlo, which needs no model, where that was too expensive to try and can be expected to give more; without any
 * trial it is the first that is possible.
 */
function winnerOf(leaders: readonly TriedCandidate[], tried: readonly TriedCandidate[]): TriedCandidate {
  const possible = tried.filter(({ isPossible }) => isPossible);
  const best = bestOf(leaders);
  const untried = possible.find(({ expected = 0 }) => best && expected > trusted(best));
  const winner = untried ?? best ?? possible[0];
  if (!winner) throw new Error('there is no sampler to choose');
  return winner;
}

/** A chain that once stands still for long has three times the τ of its trial, where that is short. */
const DOUBT = 3;

const trusted = (one: TriedCandidate): number =>
  isProven(one) || one.attempt.method === 'hmc' ? worth(one) : worth(one) / DOUBT;

function bestOf(tried: readonly TriedCandidate[]): TriedCandidate | undefined {
  const most = Math.max(...tried.map(trusted));
  return tried.find((one) => trusted(one) === most);
}

/** Trainings, each made once, and what they took. */
function sharedTraining(options: LearnOptions): Pick<Setting, 'train' | 'trainFlow'> & { readonly tally: () => Tally } {
  const known = new Map<string, Trained>();
  let ofFlow = NO_TALLY;
  return {
    trainFlow(spec, exact, below) {
      const flow = learnFlow(spec, exact, options, below);
      ofFlow = flowTrainingOf(flow);
      return flow;
    },
    train(spec) {
      const key = JSON.stringify([spec.effective, spec.training]);
      const trained = known.get(key) ?? trainModel(spec, options);
      known.set(key, trained);
      return trained;
    },
    tally: () =>
      [...known.values()].reduce(
        (sum, { result, seconds }) => addTally(sum, { exactEvaluations: result.exactEvaluations, seconds }),
        ofFlow,
      ),
  };
}
