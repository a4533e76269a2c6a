/** The claim about the acceptance against the number of attention blocks, beside models that are no transformers. */
import { targetOf } from '../target.ts';
import { figuresOf } from './figures.ts';
import { findingsOf } from './findings.ts';
import { outcomeOf } from './outcome.ts';
import { plan } from './plan.ts';
import { tablesOf } from './tables.ts';

export const acceptance = targetOf(
  {
    name: 'acceptance',
    title: 'Acceptance against the number of attention blocks',
    talk: 'On 6 × 6 sites at T = 0.05 the acceptance of self-learning Monte Carlo rises with the number of attention blocks, starting from about 21 % for the linear model, and follows the loss.',
    method:
      'Every model is learned by the self-learning loop from random spins, then frozen. Proposals are decorrelated: the inner chain is long enough for its end to be independent of its start, since short ' +
      'inner chains are accepted more often and are worth less. The linear model of the talk is a truncated one; the same model with all shells is computed for comparison.',
  },
  { plan, outcomeOf, figuresOf, tablesOf, findingsOf },
);
