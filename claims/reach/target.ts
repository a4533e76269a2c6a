/** Whether models must reach as far as correlations do. */
import type { Target } from '../target.ts';
import { figuresOf, tablesOf } from './figures.ts';
import { findingsOf } from './findings.ts';
import { computePlaces, settingOf } from './plan.ts';

export const reach: Target = {
  name: 'reach',
  title: 'Local models where correlations are long',
  talk: 'Attention captures non-local correlations, which is hard for models of CNN type: one convolution sees only what is near, and global correlations are sometimes important.',
  method:
    'All models learn from the same samples of an exact chain, energies and forces, at every lattice size and temperature. A linear model knows of spins as far apart as its shells; a convolution with ' +
    'L layers of shells up to length r reaches (L + 1) r; attention (paper form: six shells, two blocks) joins all pairs of sites, and so do two-spin couplings of all shells, which are the baseline without attention. ' +
    'How far spins are correlated is seen from ⟨m_s²⟩, the staggered correlation averaged over all distances, of a chain of exact hybrid Monte Carlo. ' +
    'Where the acceptance is far below erfc(σ/2), the model is good where the exact chain goes and its own proposals go elsewhere.',
  async reproduce(workshop) {
    const setting = settingOf(workshop.isQuick);
    const places = await computePlaces(workshop, setting);
    return {
      figures: figuresOf(places, setting),
      tables: tablesOf(places, setting),
      findings: findingsOf(places, setting),
    };
  },
};
