/** The stages of a search for a chemical potential, one after the other. */
import { densityAt, type LevelSamples } from './density.ts';
import type { FillingStage } from './filling.ts';
import { errorOfIndependent, type Solution, solve } from './solve.ts';
import type { PilotChains } from './stage.ts';
import type { StageLength } from './stage-length.ts';

export interface SearchPlan {
  readonly wanted: number;
  /** The chemical potential of the first stage. */
  readonly guess: number;
  /** Independent samples by which the error of ⟨n⟩ is measured: those of the run. */
  readonly runSamples: number;
  readonly first: StageLength;
  /** The length of the next stage; undefined where the budget is spent. */
  readonly next: (stages: readonly FillingStage[]) => StageLength | undefined;
  readonly onStage: (stage: FillingStage) => void;
}

export interface SearchResult extends Solution {
  readonly endedBy: 'accuracy' | 'budget';
  /** Whether the last change of μ was within its error. */
  readonly isSettled: boolean;
  readonly stages: readonly FillingStage[];
  /** The samples that have decided. */
  readonly deciding: readonly LevelSamples[];
}

/** The latest stages, which are seven eighths of all samples, decide. */
const DECIDING = 3;
/** ⟨n⟩ shall be known this much better than by the run. */
const BETTER = 3;
export function search(chains: PilotChains, plan: SearchPlan): SearchResult {
  const stages: FillingStage[] = [];
  let deciding: readonly LevelSamples[] = [];
  let mu = plan.guess;
  for (let length = plan.first; ; ) {
    const samples = chains.stage(mu, length);
    deciding = [...deciding, samples].slice(-DECIDING);
    stages.push(describe(samples, length));
    plan.onStage(stages[stages.length - 1]);
    const solution = solve(deciding, plan.wanted, mu);
    const isSettled = isWithin(mu, solution);
    // The first stage begins far from equilibrium, and decides nothing alone.
    const isAccurate = stages.length > 1 && isSettled && isPrecise(samples, solution, plan.runSamples);
    const next = isAccurate ? undefined : plan.next(stages);
    if (!next) return { ...solution, endedBy: isAccurate ? 'accuracy' : 'budget', isSettled, stages, deciding };
    mu = solution.chemicalPotential;
    length = next;
  }
}

/** A larger change of μ than so many errors is not chance. */
const LARGEST_CHANGE = 4;

/** Whether a chemical potential is the solution, as far as its error tells. */
function isWithin(mu: number, { chemicalPotential, error, interval }: Solution): boolean {
  if (interval) return mu >= interval[0] && mu <= interval[1];
  return Math.abs(mu - chemicalPotential) <= LARGEST_CHANGE * error;
}

const isPrecise = (samples: LevelSamples, { chemicalPotential, density }: Solution, runSamples: number): boolean =>
  BETTER * density.error <= errorOfIndependent(samples, chemicalPotential, runSamples);

function describe(stage: LevelSamples, { samples, warmUp }: StageLength): FillingStage {
  const { chemicalPotential } = stage;
  const { mean, error } = densityAt([stage], chemicalPotential);
  return { chemicalPotential, warmUp, samples, density: mean, error };
}
