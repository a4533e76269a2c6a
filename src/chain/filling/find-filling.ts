/**
 * The chemical potential of a filling, from chains that are made for nothing else: tuned on the chains that measure, it would bias them.
 *
 * Each stage has chains at one chemical potential. The levels of their samples give ⟨n⟩ at every other one, with weights, and so the next. The first chains sample the exact weight; a linear
 * model that learns from them then takes its place, where its samples are worth more. Stages grow until ⟨n⟩ is known better than the run is going to know it, or until their share of the
 * cost of the run is spent.
 */
import { createModel } from '../../exact/create.ts';
import { fillLevels } from '../../exact/filling/level-filling.ts';
import type { SpinFermionModel } from '../../exact/model.ts';
import { particleHoleSymmetric } from '../../exact/symmetry/particle-hole.ts';
import { presentCount } from '../../lattice/disorder/occupation.ts';
import { atChemicalPotential } from '../../spec/at-chemical-potential.ts';
import { sampledParameters } from '../../spec/model-parameters.ts';
import type { Spec } from '../../spec/spec.ts';
import { withStandIn } from '../../spec/stand-in.ts';
import { chainSeed } from '../chain-seed.ts';
import { cpuMilliseconds } from '../cpu-time.ts';
import { NO_TALLY } from '../learning/timed-trial.ts';
import { type PilotCosts, pilotCosts } from './budget.ts';
import type { Filling, FillingStage } from './filling.ts';
import { learnLinear } from './learn-linear.ts';
import { pilotParameters, pilotStart, type RunPilot } from './pilot.ts';
import { pilotRunner } from './run-pilot.ts';
import { type SearchPlan, search } from './search.ts';
import { searchBudget } from './search-budget.ts';
import { startsSigma } from './solve.ts';
import { pilotChains } from './stage.ts';
import { CHAINS, costOfStage, firstStage, nextStage } from './stage-length.ts';

export interface FillingOptions {
  /** What takes the place of the parts of the pilot. */
  readonly runPilot?: RunPilot;
  /** Called after every stage. */
  readonly onStage?: (stage: FillingStage) => void;
}

/** A spec with its chemical potential. */
export interface Settled {
  readonly spec: Spec;
  /** How the chemical potential was found; left out where the spec gives it. */
  readonly filling?: Filling;
}

/** The spec at the chemical potential that its filling needs; as it is where it has none. */
export function settleFilling(spec: Spec, options: FillingOptions = {}): Settled {
  const wanted = spec.model.filling;
  if (wanted === undefined) return { spec };
  const filling = isSymmetric(spec) ? HALF_FILLING : byPilot(spec, wanted, options);
  return { spec: atChemicalPotential(spec, filling.chemicalPotential), filling };
}

/** Whether the filling of a spec is at μ = 0 by symmetry. */
export function isSymmetric(spec: Spec): boolean {
  if (spec.model.filling !== 1) return false;
  return particleHoleSymmetric(sampledParameters(withStandIn(spec)));
}

const HALF_FILLING: Filling = {
  wanted: 1,
  chemicalPotential: 0,
  error: 0,
  density: { mean: 1, error: 0, effectiveSamples: 0 },
  chosenBy: 'symmetry',
  isSettled: true,
  stages: [],
  ...NO_TALLY,
};

function byPilot(spec: Spec, wanted: number, options: FillingOptions): Filling {
  const model = createModel(pilotParameters(spec));
  const costs = pilotCosts(model);
  const budget = searchBudget(spec, createModel(sampledParameters(withStandIn(spec))), costs);
  const run = options.runPilot ?? pilotRunner(() => cpuMilliseconds() / 1000);
  const chains = pilotChains(model.parameters, chainSeed(spec), costs, run);
  const { deciding, ...found } = search(chains, {
    wanted,
    guess: guess(model, wanted, chainSeed(spec)),
    runSamples: spec.sampling.chains * spec.sampling.samples,
    ...lengths(model, costs, budget),
    learn: (stages, chemicalPotential) => learnLinear(model.parameters, stages, chemicalPotential),
    onStage: options.onStage ?? (() => {}),
  });
  return {
    wanted,
    ...found,
    chosenBy: 'pilot',
    startsSigma: startsSigma(deciding, found.chemicalPotential),
    exactEvaluations: chains.exactEvaluations(),
    seconds: chains.seconds(),
  };
}

function lengths(
  { parameters }: SpinFermionModel,
  costs: PilotCosts,
  budget: number,
): Pick<SearchPlan, 'first' | 'next' | 'costOf'> {
  const size = 2 * presentCount(parameters.lattice);
  return {
    first: firstStage(costs),
    next(weight, bounds, stages) {
      const spent = stages.reduce((sum, stage) => sum + costOfStage(stage, costs), 0);
      return nextStage(weight, { ...bounds, left: budget - spent, size }, costs);
    },
    costOf: (stage) => costOfStage(stage, costs),
  };
}

/** Between what the hot and the cold start need as they are. */
function guess({ parameters, spectrum }: SpinFermionModel, wanted: number, seed: number): number {
  const needed = Array.from({ length: CHAINS }, (_, index) => {
    const { spins } = pilotStart(parameters, seed, index + 1);
    return fillLevels(spectrum(spins), wanted, parameters.temperature).chemicalPotential;
  });
  return needed.reduce((sum, one) => sum + one, 0) / CHAINS;
}
