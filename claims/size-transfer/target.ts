/** Trained small, used large. */
import type { Target } from '../target.ts';
import { figuresOf, tablesOf } from './figures.ts';
import { findingsOf } from './findings.ts';
import { BUDGET, computeTransfers, settingOf } from './plan.ts';

export const sizeTransfer: Target = {
  name: 'size-transfer',
  title: 'Trained on a small lattice, used on larger ones',
  talk:
    'Weights belong to shells and not to sites, so that a model trained on one lattice is defined on any other. The slides do not say how good it is there; it is what one would ' +
    'expect of an equivariant model.',
  method:
    'Transformers learn at L = 6 from samples of an exact chain. Then they are used at larger L: unchanged; and with a new readout, E_0 and J_s in closed form with all else fixed, by the self-learning loop with ' +
    `at most ${BUDGET} exact evaluations, those of the configurations it learns from included. Beside them the linear model with all shells of that lattice learns from nothing by the same loop with the same budget. ` +
    'Acceptance is that of proposals that have forgotten where they began, over pairs with samples of an exact chain.',
  async reproduce(workshop) {
    const setting = settingOf(workshop.isQuick);
    const transfers = await computeTransfers(workshop, setting);
    return { figures: figuresOf(transfers, setting), tables: tablesOf(transfers), findings: findingsOf(transfers) };
  },
};
