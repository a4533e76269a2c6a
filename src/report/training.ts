/** A training in words: how good the learned model is, and how it will propose. */
import { type LearnedModel, trainingOf } from '../run/job/effective.ts';
import type { InnerPlan } from '../sampling/inner-chain.ts';
import { count } from './model-words.ts';
import { table } from './table.ts';

export function trainingText(model: LearnedModel): string {
  const { cost, loss, acceptance, seconds, parameterCount, proposals, stopped } = trainingOf(model);
  const percent = (rate: number) => `${(100 * rate).toFixed(1)} %`;
  const rows = [
    ['learned model', `${model.card.kind}, ${count(parameterCount, 'parameter')}`],
    ['exact evaluations', cost.exactEvaluations.toFixed(0)],
    ['ended by', stopped === 'budget' ? 'its budget' : 'no more gain'],
    ['mean squared error of β(F − E), held out', loss.heldOut.toPrecision(3)],
    ['the same on the last proposals', loss.lastProposals.toPrecision(3)],
    ['acceptance of decorrelated proposals', `${percent(acceptance.measured)} of ${acceptance.proposals}`],
    ['predicted for a Gaussian residual', percent(acceptance.predicted)],
    ['seconds of one core', seconds.toPrecision(3)],
    ['proposals', planWords(proposals.plan)],
  ];
  const trials = proposals.trials.map(({ plan, acceptance: rate, tau, efficiency }) => [
    planWords(plan),
    percent(rate),
    tau.toPrecision(3),
    efficiency.toFixed(0),
  ]);
  const tried =
    trials.length > 0 ? [table([['tried', 'acceptance', 'τ', 'samples/2τ per second, counted'], ...trials])] : [];
  return `${[table(rows), ...tried].join('\n\n')}\n`;
}

/** `3 sweeps of heat bath, 1 of overrelaxation between`, `2 trajectories of 5 steps`, … */
export function planWords(plan: InnerPlan): string {
  if (plan.kind === 'hmc')
    return `${count(plan.trajectories, 'trajectory', 'trajectories')} of ${count(plan.steps, 'step')}`;
  if (plan.kind === 'screened') return `${count(plan.proposals, 'screened proposal')}, each ${planWords(plan.cheap)}`;
  const between =
    plan.sweeps > 1 && plan.overrelaxation > 0 ? `, ${plan.overrelaxation} of overrelaxation between` : '';
  return `${count(plan.sweeps, 'sweep')} of heat bath${between}`;
}
