/** Which annealings may be worth trying, and what they cost. */
import { type HeatBathPlan, type HmcPlan, innerCost, isLinear, type ProposalModels } from '../inner/inner-chain.ts';
import type { AnnealedPlan } from './schedule.ts';

/** Nanoseconds of drawing a spin at random. */
const DRAW_COST = 50;

/** The cost of one annealing, counted as `cost` of the models is. */
export const annealingCost = (models: ProposalModels, { levels, moves }: AnnealedPlan): number =>
  levels * innerCost(models, moves) + DRAW_COST * models.effective.lattice.siteCount;

/** Moves at every level, few of them: more levels do more than more moves. A trajectory where the model is not linear. */
export const movesOf = ({ effective }: ProposalModels): HeatBathPlan | HmcPlan =>
  isLinear(effective)
    ? { kind: 'heat-bath', sweeps: 1, overrelaxation: 0 }
    : { kind: 'hmc', trajectories: 1, steps: 5, stepSize: 0.2 };

/** The annealing of runs that are too short for pilots: levels as there are sites, evenly spaced, suit double exchange on square lattices at T = 0.05. */
export const usualAnnealing = (models: ProposalModels): AnnealedPlan => ({
  kind: 'annealing',
  levels: models.effective.lattice.siteCount,
  bend: 0,
  moves: movesOf(models),
});
