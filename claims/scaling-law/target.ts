/** The claim that the loss falls with the size of the transformer as a power. */
import { targetOf } from '../target.ts';
import { figuresOf } from './figures.ts';
import { findingsOf } from './findings.ts';
import { outcomeOf } from './outcome.ts';
import { plan } from './plan.ts';
import { tablesOf } from './tables.ts';

export const scalingLaw = targetOf(
  {
    name: 'scaling-law',
    title: 'The loss against the number of parameters',
    talk:
      'Self-learning Monte Carlo with equivariant attention shows a scaling law, as large language models do: the loss falls with the number of layers as a power, where neither data ' +
      'nor compute limit it.',
    method:
      'Transformers of the paper (six shells) grow block by block on samples of an exact chain, no model involved, with energies and forces; a block is kept if it lowers the error on the fifth of the samples that is ' +
      'held out for this choice. All errors shown are those on further samples that no fit has seen. The power law is fitted to the logarithms by weighted least squares; the error ' +
      'of its exponent is from the scatter of the exponents of single seeds, since the points of one seed share their data and are correlated. AdamW makes 200 passes over the data for every block.',
  },
  { plan, outcomeOf, figuresOf, tablesOf, findingsOf },
);
