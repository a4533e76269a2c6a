/**
 * The chemical potential of a filling, from chains that are made for nothing else: tuned on the chains that measure, it would bias them.
 *
 * Each stage has chains at one chemical potential. The levels of their samples give ⟨n⟩ at every other one, with weights, and so the next. Stages grow until ⟨n⟩
 * is known better than the run is going to know it, or until their share of the cost of the run is spent.
 */
import { createModel } from '../../exact/create.ts';
import { fillLevels } from '../../exact/filling/level-filling.ts';
import type { SpinFermionModel } from '../../exact/model.ts';
import { particleHoleSymmetric } from '../../exact/symmetry/particle-hole.ts';
import { atChemicalPotential } from '../../spec/at-chemical-potential.ts';
import { sampledParameters } from '../../spec/model-parameters.ts';
import type { Spec } from '../../spec/spec.ts';
import { withStandIn } from '../../spec/stand-in.ts';
import { cpuMilliseconds } from '../cpu-time.ts';
import { NO_TALLY } from '../learning/timed-trial.ts';
import { pilotBudget, pilotCost } from './budget.ts';
import { densityAt, type LevelSamples } from './density.ts';
import type { Filling, FillingStage } from './filling.ts';
import { pilotRunner, pilotStart, type RunPilot } from './pilot.ts';
import { errorOfIndependent, type Solution, solve, startsSigma } from './solve.ts';
import { CHAINS, pilotChains, type StageLength } from './stage.ts';

export interface FillingOptions {
  /** What takes the place of the parts of the pilot. */
  readonly runPilot?: RunPilot;
  /** Called after every stage. */
  readonly onStage?: (stage: FillingStage) => void;
}

/** The spec at the chemical potential that its filling needs; as it is where it has none. */
export interface Settled {
  readonly spec: Spec;
  readonly filling?: Filling;
}

export function settleFilling(spec: Spec, options: FillingOptions = {}): Settled {
  const wanted = spec.model.filling;
  if (wanted === undefined) return { spec };
  const filling = findFilling(spec, wanted, options);
  return { spec: atChemicalPotential(spec, filling.chemicalPotential), filling };
}

function findFilling(spec: Spec, wanted: number, options: FillingOptions): Filling {
  const parameters = sampledParameters(withStandIn(spec));
  if (wanted === 1 && particleHoleSymmetric(parameters.lattice, parameters.hopping)) return bySymmetry();
  return byPilot(spec, wanted, createModel(parameters), options);
}

const bySymmetry = (): Filling => ({
  wanted: 1,
  chemicalPotential: 0,
  error: 0,
  density: { mean: 1, error: 0 },
  chosenBy: 'symmetry',
  isSettled: true,
  stages: [],
  ...NO_TALLY,
});

/** Samples of a chain in the first stage, and trajectories before them. */
const FIRST: { readonly samples: number; readonly warmUp: number } = { samples: 16, warmUp: 32 };
/** Stages that every pilot has, whatever they cost: the first begins far from equilibrium. */
const FEWEST = 2;
/** The latest stages, which are seven eighths of all samples, decide. */
const DECIDING = 3;
/** Levels of a stage that fit into memory with ease. */
const MOST_LEVELS = 1 << 24;
/** ⟨n⟩ shall be known this much better than by the run. */
const BETTER = 3;

function byPilot(spec: Spec, wanted: number, model: SpinFermionModel, options: FillingOptions): Filling {
  const { parameters } = model;
  const { seed, chains: runChains, samples: runSamples } = spec.sampling;
  const cost = pilotCost(model);
  const run = options.runPilot ?? pilotRunner(() => cpuMilliseconds() / 1000);
  const chains = pilotChains(parameters, seed, cost, run);
  const budget = pilotBudget(spec, model);
  const stages: FillingStage[] = [];
  let deciding: LevelSamples[] = [];
  let solution: Solution;
  let [mu, spent, isSettled, isAccurate] = [guess(model, wanted, seed), 0, false, false];
  for (let length: StageLength | undefined = firstLength(cost.every); ; ) {
    const samples = chains.stage(mu, length);
    deciding = [...deciding, samples].slice(-DECIDING);
    spent += CHAINS * (length.warmUp * cost.trajectory + length.samples * cost.sample);
    stages.push(stageOf(samples, length, cost.every));
    options.onStage?.(stages[stages.length - 1]);
    solution = solve(deciding, wanted, mu);
    isSettled = isWithin(mu, solution);
    mu = solution.chemicalPotential;
    const least = errorOfIndependent(samples, mu, runChains * runSamples) / BETTER;
    isAccurate = isSettled && solution.density.error <= least;
    const next = nextLength(
      length,
      cost,
      stages.length < FEWEST ? Infinity : budget - spent,
      parameters.lattice.siteCount,
    );
    if ((isAccurate && stages.length >= FEWEST) || !next) break;
    length = next;
  }
  return {
    wanted,
    ...solution,
    chosenBy: 'pilot',
    endedBy: isAccurate ? 'accuracy' : 'budget',
    isSettled,
    startsSigma: startsSigma(deciding, mu),
    stages,
    exactEvaluations: chains.exactEvaluations(),
    seconds: chains.seconds(),
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

const firstLength = (every: number): StageLength => ({ samples: FIRST.samples, warmUp: FIRST.warmUp * every });

/** Twice as long, or as long as what is left pays for; undefined where that is less than half of the last stage, or too much to keep. */
function nextLength(
  { samples }: StageLength,
  cost: ReturnType<typeof pilotCost>,
  left: number,
  sites: number,
): StageLength | undefined {
  const each = CHAINS * (cost.sample + (cost.every * cost.trajectory) / 3);
  const next = Math.min(2 * samples, Math.floor(left / each));
  if (2 * next < samples || CHAINS * next * 2 * sites > MOST_LEVELS) return undefined;
  return { samples: next, warmUp: cost.every * Math.ceil(next / 3) };
}

/** Whether a chemical potential is the solution, as far as its error tells. */
function isWithin(mu: number, { chemicalPotential, error, interval }: Solution): boolean {
  if (interval) return mu >= interval[0] && mu <= interval[1];
  return Math.abs(mu - chemicalPotential) <= 2 * error;
}

function stageOf(samples: LevelSamples, { warmUp, samples: count }: StageLength, every: number): FillingStage {
  const { chemicalPotential } = samples;
  const { mean, error } = densityAt([samples], chemicalPotential);
  return { chemicalPotential, trajectories: warmUp + count * every, samples: count, density: mean, error };
}
