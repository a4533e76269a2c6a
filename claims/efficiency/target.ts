/** The claim that a model which is accepted more often makes sampling more efficient: effective samples per second and per exact evaluation, against the size. */
import { targetOf } from '../target.ts';
import { figuresOf } from './figures.ts';
import { findingsOf } from './findings.ts';
import { outcomeOf } from './outcome.ts';
import { plan } from './plan.ts';
import { tablesOf } from './tables.ts';

export const efficiency = targetOf(
  {
    name: 'efficiency',
    title: 'Efficiency of the samplers, by lattice size',
    talk: 'The fermion determinant is non-local and its evaluation takes time; an effective model that is accepted more often makes self-learning Monte Carlo more efficient.',
    method:
      'Every sampler makes a run of its own, from random spins, with step sizes and inner chains tuned before it measures: inner chains for the most effective samples per second, measurements included, ' +
      'not per exact evaluation. Effective samples are N/2τ of m_s² by the Γ-method. Seconds are processor time of one core, measured over further steps of all samplers of a size in turn, so that other load on the machine affects all of them equally; ratios depend on the machine less than rates. An exact evaluation ' +
      'is a log weight, with or without forces; a sweep of local moves counts as one, a trajectory of hybrid Monte Carlo as five. Training and the choice of an inner chain are counted separately, the warm-up not at all. The exact ' +
      'weight is that of this package, much faster than a diagonalisation: with a slower one, better models overtake cheaper ones sooner. The nodal determinant is left out where a step takes too long. "auto" is a run ' +
      'that tries models and samplers itself; what it chooses is one of the others, though not with the same inner chain.',
  },
  { plan, outcomeOf, figuresOf, tablesOf, findingsOf },
);
