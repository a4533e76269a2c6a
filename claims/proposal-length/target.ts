/** Acceptance, and what it is worth, against the length of the inner chain. */
import type { Reproduction, Target } from '../target.ts';
import type { Workshop } from '../workshop/workshop.ts';
import { figureOf, tableOf } from './figures.ts';
import { findings } from './findings.ts';
import type { Outcome } from './outcome.ts';
import { type Effort, ENTRIES, type Entry, FEW_LESSONS, FULL, planOf, QUICK, TEMPERATURE } from './plan.ts';

export const proposalLength: Target = {
  name: 'proposal-length',
  title: 'Acceptance against the length of the inner chain',
  talk: 'The slides show acceptances (21 % of the linear model, in the paper) and do not say how long the inner chain ran between two exact tests.',
  method:
    'Each model is learned by the self-learning loop and frozen; then the same model proposes with inner chains of different length, in a chain for each. Inner chains are sweeps of single-spin ' +
    'Metropolis steps (local), sweeps of the heat bath, which draws every spin anew, or trajectories of hybrid Monte Carlo, five leapfrog steps long. What a proposal is worth: N/2τ of m_s² by exact ' +
    'evaluation, by the Γ-method. A truncated model now and then leaves the chain stuck, which short chains miss: its errors are rough.',
  async reproduce(workshop) {
    const effort = workshop.isQuick ? QUICK : FULL;
    return reproduction(await Promise.all(ENTRIES.map((entry) => outcomeOf(workshop, entry, effort))), effort);
  },
};

async function outcomeOf(workshop: Workshop, entry: Entry, effort: Effort): Promise<Outcome> {
  const { seeds, lessons, proposals } = effort;
  const exactEvaluations = entry.unit === 'trajectories' ? lessons : FEW_LESSONS;
  const results = seeds.map((seed) =>
    workshop.compute(`${entry.name}, ${entry.unit}, seed ${seed}`, 'proposal-length', {
      spec: {
        lattice: { size: [6, 6] },
        model: { temperature: TEMPERATURE },
        effective: entry.effective,
        training: { exactEvaluations },
        sampling: { proposal: 'decorrelated', seed },
      },
      plans: entry.lengths.map((length) => planOf(entry, length)),
      proposals,
    }),
  );
  return { entry, seeds: await Promise.all(results) };
}

function reproduction(outcomes: readonly Outcome[], { seeds, lessons, proposals }: Effort): Reproduction {
  const caption = `Square lattice 6 × 6, t = J = 1, μ = 0, T = ${TEMPERATURE}; seed${seeds.length > 1 ? 's' : ''} ${seeds.join(', ')}; ${FEW_LESSONS} exact evaluations to learn linear models from, ${lessons} for the transformer; ${proposals} proposals at each point.`;
  return {
    figures: [
      { name: 'acceptance', spec: { ...figureOf(outcomes, 'acceptance'), caption } },
      { name: 'efficiency', spec: { ...figureOf(outcomes, 'efficiency'), caption } },
    ],
    tables: outcomes.map(tableOf),
    findings: findings(outcomes),
  };
}
