/** The claim about what an acceptance means, against the length of the inner chain. */
import { targetOf } from '../target.ts';
import { figuresOf } from './figures.ts';
import { findingsOf } from './findings.ts';
import { outcomeOf } from './outcome.ts';
import { plan } from './plan.ts';
import { tablesOf } from './tables.ts';

export const proposalLength = targetOf(
  {
    name: 'proposal-length',
    title: 'Acceptance against the length of the inner chain',
    talk: 'The slides show acceptances (21 % of the linear model, in the paper) and do not say how long the inner chain ran between two exact tests.',
    method:
      'Each model is learned by the self-learning loop and frozen; then the same model proposes with inner chains of different length, in a chain for each. Inner chains are sweeps of single-spin ' +
      'Metropolis steps (local), sweeps of the heat bath, which draws every spin anew from its distribution in the field of the others, or trajectories of hybrid Monte Carlo, five leapfrog steps long. The efficiency is the number of effective samples N/2τ of m_s² per exact ' +
      'evaluation, by the Γ-method. With a truncated model the chain is stuck now and then, which short chains miss: its errors are rough.',
  },
  { plan, outcomeOf, figuresOf, tablesOf, findingsOf },
);
