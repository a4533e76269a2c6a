/** The claim about the table of the talk: symmetry, reach and demand for data. */
import { targetOf } from '../target.ts';
import { figuresOf } from './figures.ts';
import { findingsOf } from './findings.ts';
import { outcomeOf } from './outcome.ts';
import { plan } from './plan.ts';
import { tablesOf } from './tables.ts';

export const dataDemand = targetOf(
  {
    name: 'data-demand',
    title: 'How much data each kind of model needs',
    talk:
      'Convolutions are equivariant, local and need little data; standard attention is not equivariant, global and needs a huge amount of data; equivariant attention is ' +
      'equivariant and global, with a question mark for the data it needs. Models of CNN type do not work (not shown).',
    method:
      'All models learn from the same configurations of an exact chain, with energies and forces (a force carries as much information as many energies, so that every model needs fewer configurations than it would from energies alone). ' +
      'Each is fitted by the method that works best for it here: the linear model in closed form, all others by Levenberg-Marquardt; attention is grown block by block, and networks are fitted from several random initialisations, of which the one with the smallest error on held-out configurations is kept. ' +
      'The processor time is in the last table. The plain CNN and standard attention see spin components and have to learn from data what symmetry gives to the others; they are larger because smaller ones learned nothing. ' +
      'On 6 × 6 sites a convolution that reaches six sites sees the whole lattice; what the reach means is the subject of another claim.',
  },
  { plan, outcomeOf, figuresOf, tablesOf, findingsOf },
);
