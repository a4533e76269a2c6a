/** Step 2: the truncated linear model. */
import { acceptanceBars, acceptanceOf } from '../compare.ts';
import { learned, linear } from '../specs.ts';
import type { TourStep } from '../step.ts';

const run = (shells: number) => learned(`${shells} shells`, linear(shells), 200, 4000);

export const nearNeighbours: TourStep = {
  title: 'A model of near neighbours',
  tells: [
    'A cheap energy is fitted to 200 exact weights: E_eff = −Σ J_s S_i·S_j, with one number J_s for each shell of neighbours, that is, each distance. This is what is learned. It proposes a new configuration of all spins; the exact weight accepts it or rejects it. A rejected proposal costs an exact weight and changes nothing.',
    'On this lattice there are nine distances. The model of the talk leaves the larger ones out: it couples near neighbours alone.',
  ],
  question: {
    kind: 'share',
    asks: 'With the four nearest shells of nine, which share of the proposals will the exact weight accept?',
    answer: (measured) => acceptanceOf(measured.at(-1)),
  },
  runs: [run(2), run(3), run(4)],
  bars: acceptanceBars('Acceptance, linear model'),
  explains: [
    'The talk found about 21 % for its truncated model on this lattice at this temperature. How much is accepted depends on how many shells are kept; an exact weight for every proposal, most of them in vain, is a poor bargain.',
    'What is accepted is exact all the same. The acceptance says how fast a simulation is, never whether it is right.',
  ],
};
