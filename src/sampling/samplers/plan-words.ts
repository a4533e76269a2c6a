/** Inner chains and annealings in words. */
import { count } from '../../words/count.ts';
import type { ProposalPlan } from './learned-sampler.ts';

/** An inner chain in words: `3 sweeps of heat bath, 1 of overrelaxation between`, `annealing over 40 levels, each 1 sweep of heat bath`, `2 trajectories of 5 steps`, … */
export function planWords(plan: ProposalPlan): string {
  if (plan.kind === 'annealing') return `annealing over ${count(plan.levels, 'level')}, each ${planWords(plan.moves)}`;
  if (plan.kind === 'hmc')
    return `${count(plan.trajectories, 'trajectory', 'trajectories')} of ${count(plan.steps, 'step')}`;
  if (plan.kind === 'screened') return `${count(plan.proposals, 'screened proposal')}, each ${planWords(plan.cheap)}`;
  const between =
    plan.sweeps > 1 && plan.overrelaxation > 0 ? `, ${plan.overrelaxation} of overrelaxation between` : '';
  const where = plan.block === undefined ? '' : ` in a random block of side ${plan.block}`;
  return `${count(plan.sweeps, 'sweep')} of heat bath${where}${between}`;
}
