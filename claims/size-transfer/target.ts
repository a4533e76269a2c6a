/** The claim that a transformer trained on a small lattice can be used on a larger one. */
import { targetOf } from '../target.ts';
import { figuresOf } from './figures.ts';
import { findingsOf } from './findings.ts';
import { outcomeOf } from './outcome.ts';
import { BUDGET, plan } from './plan.ts';
import { tablesOf } from './tables.ts';

export const sizeTransfer = targetOf(
  {
    name: 'size-transfer',
    title: 'Trained on a small lattice, used on larger ones',
    talk:
      'Weights belong to shells and not to sites, so that a model trained on one lattice is defined on any other. The slides do not say how good it is there; it is what one would ' +
      'expect of an equivariant model.',
    method:
      'Transformers learn at L = 6 from samples of an exact chain. Then they are used at larger L: unchanged; and with a new readout, E_0 and J_s in closed form with all else fixed, by the self-learning loop with ' +
      `at most ${BUDGET} exact evaluations, including those of the configurations it learns from. For comparison, the linear model with all shells of that lattice is fitted from scratch by the same loop with the same budget. ` +
      'The acceptance is that of decorrelated proposals, over pairs with samples of an exact chain.',
  },
  { plan, outcomeOf, figuresOf, tablesOf, findingsOf },
);
