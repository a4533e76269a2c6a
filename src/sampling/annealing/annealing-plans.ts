/** Which annealings may be worth trying, and what they cost. */
import { type HeatBathPlan, type HmcPlan, innerCost, isLinear, type ProposalModels } from '../inner/inner-chain.ts';
import type { AnnealedPlan } from './schedule.ts';

/** Nanoseconds of drawing a spin at random. */
const DRAW_COST = 50;

/** The cost of one annealing, counted as `cost` of the models is. */
export const annealingCost = (models: ProposalModels, { levels, moves }: AnnealedPlan): number =>
  levels * innerCost(models, moves) + DRAW_COST * models.effective.lattice.siteCount;

/** Moves at every level: a sweep, or two with one of overrelaxation between; a trajectory where the model is not linear. */
export const movesOf = ({ effective }: ProposalModels): (HeatBathPlan | HmcPlan)[] =>
  isLinear(effective)
    ? [
        { kind: 'heat-bath', sweeps: 1, overrelaxation: 0 },
        { kind: 'heat-bath', sweeps: 2, overrelaxation: 1 },
      ]
    : [{ kind: 'hmc', trajectories: 1, steps: 5, stepSize: 0.2 }];

/** Bend of the schedule, and levels for each site, that suit the square lattice at T = 0.1; pilots find better ones. */
export const USUAL_BEND = 15;
const USUAL_LEVELS = 4;

/** The annealing of runs that are too short to try any. */
export const usualAnnealing = (models: ProposalModels): AnnealedPlan => ({
  kind: 'annealed',
  levels: USUAL_LEVELS * models.effective.lattice.siteCount,
  bend: USUAL_BEND,
  moves: movesOf(models)[0],
});
