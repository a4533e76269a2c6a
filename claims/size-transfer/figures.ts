/** The acceptance and error on every lattice, as trained and refitted. */
import type { Axis, FigureSpec, Series } from '../../src/report/figures/figure-spec.ts';
import { ACCEPTANCE, pointOf, SQUARED_ERROR } from '../plotting.ts';
import type { Figure } from '../target.ts';
import type { Outcome, Transfer, Way } from './outcome.ts';
import { BUDGET, type Plan, SHELLS, SIZES, TEMPERATURE } from './plan.ts';

type Quantity = 'acceptance' | 'error';

const TITLES = { unchanged: 'as trained at L = 6', refitted: `readout refitted, ${BUDGET} exact evaluations at most` };
const Y: Readonly<Record<Quantity, Axis>> = { acceptance: ACCEPTANCE, error: SQUARED_ERROR };

export const figuresOf = (transfers: Outcome, plan: Plan): Figure[] =>
  (['unchanged', 'refitted'] as const).flatMap((way) =>
    (['acceptance', 'error'] as const).map((quantity) => ({
      name: `${way}-${quantity}`,
      spec: specOf(transfers, plan, way, quantity),
    })),
  );

function specOf(transfers: Outcome, plan: Plan, way: keyof typeof TITLES, quantity: Quantity): FigureSpec {
  return {
    title: `Transformers on larger lattices, ${TITLES[way]}`,
    x: { label: 'sites along an edge, L', ticks: SIZES },
    y: Y[quantity],
    series: [
      ...transfers.map((transfer) => seriesOf(transfer.candidate.name, transfer, way, quantity)),
      seriesOf(`linear, all shells, ${BUDGET} exact evaluations`, transfers[0], 'linear', quantity),
    ],
    names: 'above',
    caption: captionOf(plan),
  };
}

const captionOf = ({ seeds, samples, testSamples, proposals }: Plan): string =>
  `Square lattice, t = J = 1, μ = 0, T = ${TEMPERATURE}; seeds ${seeds.join(', ')}. Transformers with ${SHELLS} shells and 2 blocks, trained on ${samples} exact evaluations at L = ${SIZES[0]}; ` +
  `${testSamples} samples to judge by, ${proposals} proposals.`;

const seriesOf = (name: string, { sizes }: Transfer, way: Way, quantity: Quantity): Series => ({
  name,
  points: SIZES.map((size, k) => pointOf(size, sizes[k][way][quantity])),
});
