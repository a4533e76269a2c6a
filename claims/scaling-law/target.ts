/** The loss against the size of the transformer: whether it scales. */
import type { Target } from '../target.ts';
import { computeCurves, settingOf } from './curves.ts';
import { figuresOf, tablesOf } from './figures.ts';
import { findingsOf } from './findings.ts';

export const scalingLaw: Target = {
  name: 'scaling-law',
  title: 'The loss against the number of parameters',
  talk:
    'Self-learning Monte Carlo with equivariant attention shows a scaling law, as large language models do: the loss falls with the number of layers as a power, where neither data ' +
    'nor compute limit it.',
  method:
    'Transformers of the paper (six shells) grow block by block on samples of an exact chain, no model involved, with energies and forces; a block is kept if it lowers the error on the fifth that is ' +
    'held out to choose by. All errors shown are those on further samples that no fit has seen. The power law is fitted to the logarithms by weighted least squares; the error ' +
    'of its exponent is from the scatter of the exponents of single seeds, for the points of one seed share their data and are correlated. AdamW makes 200 passes over the data for every block.',
  async reproduce(workshop) {
    const setting = settingOf(workshop.isQuick);
    const curves = await computeCurves(workshop, setting);
    return { figures: figuresOf(curves, setting), tables: tablesOf(curves), findings: findingsOf(curves) };
  },
};
