/** Annealing: from spins at random to those of a learned weight, with the exact density of the path. */
import { randomDirection } from '../../numeric/directions.ts';
import type { RandomStream } from '../../numeric/philox.ts';
import { isMissing } from '../../spins/tangent.ts';
import { innerChains, type ProposalModels } from '../inner/inner-chain.ts';
import type { Advance, Proposer, ReversibleKernel } from '../interfaces/reversible-kernel.ts';
import { LARGEST_STEP } from '../moves/hamiltonian-chain.ts';
import { tunedStepSize } from '../moves/step-size.ts';
import { type AnnealedPlan, annealingPowers } from './schedule.ts';

/** An annealing. */
export interface Annealing extends Proposer {
  /** log W_eff of the configurations that the levels of the last advance began with: of the spins at random first. */
  readonly seen: Float64Array;
}

/** Acceptance that warm-up tunes trajectories to, over all levels. */
const ACCEPTANCE = 0.9;

/**
 * An advance draws all spins at random, S_0, and moves them at each power λ_k of W_eff in turn, k = 1 … K, by moves that leave W_eff^{λ_k} as it is: S_0, S_1, …, S_K. What it was before does not matter.
 *
 * Its log density is log W_eff(S_K) − Σ_k (λ_{k+1} − λ_k) log W_eff(S_k), k = 0 … K − 1: the mean of W(S_K) over e to that power is the mean of W over all directions, whatever W_eff. R. M. Neal, Stat. Comput. 11, 125
 * (2001), with one more step from W_eff to W; C. Jarzynski, Phys. Rev. Lett. 78, 2690 (1997). docs/exactness.md
 */
export function annealing(models: ProposalModels, temperature: number, plan: AnnealedPlan): Annealing {
  const powers = annealingPowers(plan.levels, plan.bend);
  const kernelAt = innerChains(models, plan.moves);
  const kernels = Array.from({ length: plan.levels }, (_, k) => kernelAt(temperature / powers[k + 1]));
  const seen = new Float64Array(plan.levels);
  const steps = levelSteps(plan, powers);
  return {
    name: 'annealing',
    seen,
    advance(spins, random) {
      drawAll(random, spins);
      const counts = { proposed: 0, accepted: 0, evaluations: 0 };
      let logDensity = 0;
      for (let k = 0; k < kernels.length; k++) {
        steps.set(kernels[k], k);
        const advance = kernels[k].advance(spins, random);
        add(counts, advance);
        // log W_eff^{λ_{k+1}} of S_k, a part of which is the term of S_k.
        logDensity -= (1 - powers[k] / powers[k + 1]) * advance.logDensityBefore;
        seen[k] = advance.logDensityBefore / powers[k + 1];
        if (k === kernels.length - 1) logDensity += advance.logDensityAfter;
      }
      steps.accepted(counts);
      return { ...counts, logDensityAfter: logDensity };
    },
    adapt: steps.adapt,
    settings: steps.settings,
    restore: steps.restore,
  };
}

/** All spins that there are. */
function drawAll(random: RandomStream, spins: Float64Array): void {
  for (let i = 0; i < spins.length; i += 3) if (!isMissing(spins, i)) randomDirection(random, spins, i);
}

type Counts = Record<'proposed' | 'accepted' | 'evaluations', number>;

function add(counts: Counts, advance: Advance): void {
  counts.proposed += advance.proposed;
  counts.accepted += advance.accepted;
  counts.evaluations += advance.evaluations;
}

/** The step sizes of trajectories at all levels: one number is tuned, that of the last level. Forces grow as λ does, so that angles may be 1/√λ times as large. */
function levelSteps({ moves }: AnnealedPlan, powers: Float64Array) {
  if (moves.kind !== 'hmc') return NO_STEPS;
  const size = tunedStepSize(moves.stepSize, ACCEPTANCE, LARGEST_STEP);
  let acceptance = ACCEPTANCE;
  return {
    set(kernel: ReversibleKernel, level: number) {
      const stepSize = Math.min(LARGEST_STEP, size.value / Math.sqrt(powers[level + 1]));
      kernel.restore({ stepSize, adaptations: 0 });
    },
    accepted({ proposed, accepted }: Counts) {
      acceptance = accepted / proposed;
    },
    adapt: () => size.adapt(acceptance),
    settings: size.settings,
    restore: size.restore,
  };
}

const NO_STEPS = {
  set: () => {},
  accepted: () => {},
  adapt: () => {},
  settings: () => ({}),
  restore: () => {},
};
