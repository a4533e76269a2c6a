/** The claim that self-learning gives the averages of ordinary Monte Carlo, at all temperatures. */
import { targetOf } from '../target.ts';
import { figuresOf } from './figures.ts';
import { findingsOf } from './findings.ts';
import { outcomeOf } from './outcome.ts';
import { plan } from './plan.ts';
import { tablesOf } from './tables.ts';

export const observables = targetOf(
  {
    name: 'observables',
    title: 'Observables against temperature, with and without self-learning',
    talk:
      'Self-learning Monte Carlo is exact: proposals of the effective model are tested with the exact weight. The slides show no averages; whoever uses the method wants to see that they are those ' +
      'of ordinary Monte Carlo.',
    method:
      'Two chains, one from random spins and one from the Néel state, of hybrid Monte Carlo with exact weight and forces; two of self-learning Monte Carlo with a transformer of six shells, learned from ' +
      'random spins at each temperature and size, then frozen. Chains with a learned model begin with some trajectories of the exact weight, since a chain from the Néel state, which is not among the training data, might otherwise never ' +
      'leave it; after the warm-up, the two samplers have only the exact weight in common. On 4 × 4 sites both are compared with averages from exact methods that are independent of our Markov chains. Errors are those of the ' +
      'Γ-method. Quantities of one run are correlated, those of different runs are not: χ² is taken quantity by quantity, over sizes and temperatures, and the smallest p-value is multiplied by the number of ' +
      'quantities (Bonferroni).',
  },
  { plan, outcomeOf, figuresOf, tablesOf, findingsOf },
);
