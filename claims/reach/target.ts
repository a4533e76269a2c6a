/** The claim that models must reach as far as correlations do. */
import { targetOf } from '../target.ts';
import { figuresOf } from './figures.ts';
import { findingsOf } from './findings.ts';
import { outcomeOf } from './outcome.ts';
import { plan } from './plan.ts';
import { tablesOf } from './tables.ts';

export const reach = targetOf(
  {
    name: 'reach',
    title: 'Local models where correlations are long',
    talk: 'Attention captures non-local correlations, which is hard for models of CNN type: one convolution sees only what is near, and global correlations are sometimes important.',
    method:
      'All models learn from the same samples of an exact chain, energies and forces, at every lattice size and temperature. A linear model couples spins up to the distance of its last shell; a convolution with ' +
      'L layers of shells up to length r reaches (L + 1) r; attention (paper form: six shells, two blocks) joins all pairs of sites, and so do two-spin couplings of all shells, which are the baseline without attention. ' +
      'How far spins are correlated is seen from ⟨m_s²⟩, the staggered correlation averaged over all distances, of a chain of exact hybrid Monte Carlo. ' +
      'Where the acceptance is far below erfc(σ/2), the model is good on configurations of the exact chain, while its own proposals lie elsewhere.',
  },
  { plan, outcomeOf, figuresOf, tablesOf, findingsOf },
);
