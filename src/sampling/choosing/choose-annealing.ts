/** The annealing that gives the most effective samples for what it costs: its schedule from pilots, its length by trying. */
import type { SpinFermionModel } from '../../exact/model.ts';
import { type Annealing, annealing } from '../annealing/annealing.ts';
import { annealingCost, usualAnnealing } from '../annealing/annealing-plans.ts';
import { type AnnealedPlan, annealingPowers, bendThrough } from '../annealing/schedule.ts';
import type { ProposalModels } from '../inner/inner-chain.ts';
import type { Proposer } from '../interfaces/reversible-kernel.ts';
import type { Sampler } from '../interfaces/sampler.ts';
import { type ChoicePurpose, choosePlan, type PlanChoice } from './choose-plan.ts';

/** What an annealing is chosen for, and how much the choice may cost. */
interface AnnealingChoiceOptions extends ChoicePurpose {
  readonly exact: SpinFermionModel;
  readonly models: ProposalModels;
  readonly samplerOf: (exact: SpinFermionModel, annealing: Proposer) => Sampler;
  /** Levels that are wanted; found by trials where left out. */
  readonly levels?: number | undefined;
}

/** Annealings of a pilot, and their levels. Pilots evaluate learned models alone. */
const PILOTS = 40;
const PILOT_LEVELS = 32;

/** Levels that are tried, by those that would leave a variance of 1 in the log weights if every level came to equilibrium. */
const LENGTHS = [2, 4, 1, 8];
const MOST_LEVELS = 10_000;

/** Tries annealings of several lengths along the schedule that a pilot suggests; the usual one where the budget pays for no pilot. */
export function chooseAnnealing(options: AnnealingChoiceOptions): PlanChoice<AnnealedPlan> {
  const { exact, models, samplerOf, levels } = options;
  const { temperature } = exact.parameters;
  const usual = withLevels(usualAnnealing(models), levels);
  const pilot: AnnealedPlan = { ...usual, levels: PILOT_LEVELS };
  const budget = options.budget - PILOTS * annealingCost(models, pilot);
  const schedule = budget > 0 ? pilotSchedule(annealing(models, temperature, pilot), pilot, options) : undefined;
  const plans = schedule ? plansAlong(schedule, usual, levels) : [usual];
  return choosePlan({
    ...options,
    budget,
    plans,
    samplerOf: (plan) => samplerOf(exact, annealing(models, temperature, plan)),
    costOf: (plan) => exact.cost + annealingCost(models, plan),
  });
}

const withLevels = (plan: AnnealedPlan, levels: number | undefined): AnnealedPlan =>
  levels === undefined ? plan : { ...plan, levels };

/** A schedule, and how long it is: K steps of equal length leave a variance of length²/K in the log weights. */
interface Schedule {
  readonly bend: number;
  readonly length: number;
}

function plansAlong({ bend, length }: Schedule, usual: AnnealedPlan, levels: number | undefined): AnnealedPlan[] {
  const lengths = LENGTHS.map((factor) => Math.min(MOST_LEVELS, Math.max(1, Math.round(factor * length * length))));
  const counts = levels === undefined ? [...new Set(lengths)] : [levels];
  return counts.map((count) => ({ ...usual, levels: count, bend }));
}

/** The schedule that goes through the middle of the thermodynamic length ∫ σ dλ, σ² the variance of log W_eff among the annealings of the pilot. G. E. Crooks, Phys. Rev. Lett. 99, 100602 (2007). */
function pilotSchedule(
  { advance, adapt, seen }: Annealing,
  { levels, bend }: AnnealedPlan,
  { start, random }: ChoicePurpose,
): Schedule {
  const spins = start.slice();
  const [sums, squares] = [new Float64Array(levels), new Float64Array(levels)];
  let first: Float64Array | undefined;
  for (let k = 0; k < PILOTS; k++) {
    advance(spins, random);
    adapt?.();
    first ??= seen.slice();
    for (let level = 0; level < levels; level++) {
      const deviation = seen[level] - first[level];
      sums[level] += deviation;
      squares[level] += deviation * deviation;
    }
  }
  const sigmas = sums.map((sum, k) => Math.sqrt(Math.max(0, squares[k] - (sum * sum) / PILOTS) / (PILOTS - 1)));
  return alongLength(annealingPowers(levels, bend), sigmas);
}

/** σ is taken to be constant from each power to the next. */
function alongLength(powers: Float64Array, sigmas: Float64Array): Schedule {
  const parts = sigmas.map((sigma, k) => sigma * (powers[k + 1] - powers[k]));
  const length = parts.reduce((sum, part) => sum + part, 0);
  let [level, before] = [0, 0];
  while (level < parts.length - 1 && before + parts[level] < length / 2) before += parts[level++];
  const share = parts[level] > 0 ? (length / 2 - before) / parts[level] : 1;
  return { bend: bendThrough(powers[level] + share * (powers[level + 1] - powers[level])), length };
}
