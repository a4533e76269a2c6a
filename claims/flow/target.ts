/** The open end of the talk: equivariant attention in a flow. */
import { targetOf } from '../target.ts';
import { figuresOf } from './figures.ts';
import { findingsOf } from './findings.ts';
import { outcomeOf } from './outcome.ts';
import { plan } from './plan.ts';
import { tablesOf } from './tables.ts';

export const flow = targetOf(
  {
    name: 'flow',
    title: 'Equivariant attention in a flow',
    talk: 'The slides end with a question: can this be used for flow-based sampling, where a network moves uniform spins to spins that are nearly distributed as wanted?',
    method:
      'A flow moves one site after the other, in rounds of all sites: a spin keeps its azimuth about an axis that equivariant attention to other spins makes, and its cosine moves along a spline. It is trained by path gradients with a fixed number of exact evaluations, from ' +
      'uniform spins or from those of a linear model with all shells, which the self-learning loop has fitted. Its proposals are used with weights W/q, and by independence Metropolis. The effective share is that of Kish, (Σw)²/(n Σw²), with errors by the jackknife and from seeds. ' +
      'Effective samples with weights are that share, over 2τ where an inner chain has drawn z; those of chains are N/2τ of m_s² by the Γ-method. "too few" stands where one proposal has more than 5 % of all weight, or where hardly any is accepted. Other samplers are runs, tuned for effective samples ' +
      'per second; "decorrelated" ones have proposals that forget where they began, which cost more and are worth more by exact evaluation. Seconds are processor time of one core, proposal and exact weight together, without training and measurements. An exact evaluation ' +
      'is a log weight, with or without forces; a trajectory of hybrid Monte Carlo counts as five. The exact weight is that of this package, much faster than a diagonalisation: with a slower one, better proposals overtake cheaper ones sooner. Conditioners without attention, and without equivariance, have as many parameters ' +
      'as that with attention. Spins alone are the classical O(3) model, H = Σ S·S over nearest neighbours, with the same engine and without cluster moves; with two sublattices the sign of the exchange does not matter. log Z is the log of the mean of W/q; annealing goes through powers of the linear model. Times ' +
      'for an error of 0.01 are those of sampling alone, and known to a third.',
  },
  { plan, outcomeOf, figuresOf, tablesOf, findingsOf },
);
