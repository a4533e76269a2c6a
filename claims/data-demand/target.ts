/** The table of the talk: symmetry, reach and demand for data. */
import type { Target } from '../target.ts';
import { computeCurves, settingOf } from './entries.ts';
import { figuresOf, tablesOf } from './figures.ts';
import { findingsOf } from './findings.ts';

export const dataDemand: Target = {
  name: 'data-demand',
  title: 'How much data each kind of model needs',
  talk:
    'Convolutions are equivariant, local and need few data; standard attention is not equivariant, global and needs a huge amount of data; equivariant attention is ' +
    'equivariant and global, with a question mark for the data it needs. Models of CNN type do not work (not shown).',
  method:
    'All models learn from the same configurations of an exact chain, with energies and forces (a force tells as much as many energies, so that all need fewer than from energies alone), by the method that serves them best here: closed form for the linear model, Levenberg-Marquardt for ' +
    'all others, attention grown block by block, networks from several random starts of which the one with the least error on held-out configurations is kept. The seconds that this took are in the last table. ' +
    'Plain CNN and standard attention see spin components and have to learn from data what symmetry gives to the others; they are larger, for smaller ones that were tried learned nothing. ' +
    'On 6 × 6 sites a convolution that reaches six sites sees the whole lattice: what reach means is another target.',
  async reproduce(workshop) {
    const setting = settingOf(workshop.isQuick);
    const curves = await computeCurves(workshop, setting);
    return { figures: figuresOf(curves, setting), tables: tablesOf(curves, setting), findings: findingsOf(curves) };
  },
};
