/** Step 1: a weight that sees all electrons. */

import { withError } from '../../pictures/with-error.ts';
import { estimateOf, pull, SIGNIFICANT } from '../compare.ts';
import type { Measured } from '../measured.ts';
import { exactAlone } from '../specs.ts';
import type { Found, TourStep } from '../step.ts';

const [UNIFORM, STAGGERED] = ['magnetization2', 'staggeredMagnetization2'];

/** m² and m_s² of spins that know nothing of each other. */
const independent = (measured: Measured | undefined) => 1 / (measured?.siteCount ?? Number.NaN);

export function orderOf([measured]: readonly Measured[]): Found {
  const [uniform, staggered] = [UNIFORM, STAGGERED].map((name) => estimateOf(measured, name));
  const none = independent(measured);
  const isLarge = (value: typeof uniform) =>
    pull(value, { mean: none, error: 0 }) > SIGNIFICANT && value.mean > 2 * none;
  const option = isLarge(staggered) ? 'opposite' : isLarge(uniform) ? 'parallel' : 'anywhere';
  return {
    option,
    numbers: `m² = ${withError(uniform)} and m_s² = ${withError(staggered)}; independent spins would have ${none.toFixed(3)} of both.`,
  };
}

export const exactWeight: TourStep = {
  title: 'A weight that sees all electrons',
  tells: [
    'Thirty-six classical spins sit on a square lattice. Electrons hop from site to site, and each feels the spin of the site where it is. Nothing else is in the model: no spin acts on another spin.',
    'Summing over all states of the electrons leaves a weight W(S) for every configuration S of the spins. It takes the energy levels of all electrons on the whole lattice, and every spin moves all of them. This weight is what “exact” means in this lab.',
  ],
  question: {
    kind: 'choice',
    asks: 'The temperature is low, T = 0.05 of the hopping, and there is one electron per site. What will the spins do?',
    options: {
      anywhere: 'Point anywhere, since nothing couples them',
      parallel: 'Point the same way as their neighbours',
      opposite: 'Point the opposite way to their neighbours',
    },
    answer: orderOf,
  },
  runs: [exactAlone('exact weight', 6000)],
  bars: ([measured]) => ({
    name: 'Order of the spins',
    bars: measured
      ? [
          { name: 'm², all parallel', value: estimateOf(measured, UNIFORM) },
          { name: 'm_s², alternating', value: estimateOf(measured, STAGGERED) },
        ]
      : [],
    mark: measured && { value: independent(measured), words: 'independent spins' },
  }),
  explains: [
    'The spins were moved by the exact weight alone, along trajectories that follow its gradient (hybrid Monte Carlo). The electrons couple them, near and far at once: m_s² is 1 where neighbours alternate perfectly, and m² is 1 where all spins are parallel.',
    'Every step along such a trajectory costs the levels of all electrons, and this is what limits the size of such simulations. The next steps look for something cheaper that may propose, while this weight decides.',
  ],
};
