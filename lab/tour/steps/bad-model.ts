/** Step 5: a deliberately bad model. */

import { withError } from '../../pictures/with-error.ts';
import { acceptanceOf, estimateOf, percent, pull, SIGNIFICANT } from '../compare.ts';
import type { Measured } from '../measured.ts';
import { exactAlone, learned, linear } from '../specs.ts';
import type { Found, TourStep } from '../step.ts';

const ORDER = 'staggeredMagnetization2';
const SAMPLES = 8000;
/** Error bars are alike within this factor. */
const ALIKE = 1.5;

export function biasOf([bad, exact]: readonly Measured[]): Found {
  const [ours, theirs] = [estimateOf(bad, ORDER), estimateOf(exact, ORDER)];
  const apart = Math.abs(pull(ours, theirs));
  const wider = (ours.error ?? Number.POSITIVE_INFINITY) / (theirs.error ?? Number.NaN);
  return {
    option: apart > SIGNIFICANT ? 'wrong' : wider > ALIKE ? 'wider' : 'same',
    numbers: `m_s² = ${withError(ours)} with the bad model, of whose proposals ${percent(acceptanceOf(bad))} were accepted, and ${withError(theirs)} with the exact weight alone. They differ by ${apart.toFixed(1)} of their common error bars; the bar of the bad model is ${wider.toFixed(1)} times as wide.`,
  };
}

export const badModel: TourStep = {
  title: 'A bad model on purpose',
  tells: [
    'Now a model that is bad on purpose: the linear one with two shells of nine. It proposes, and the exact weight decides, as before.',
    `Beside it, the exact weight alone moves the spins. Both chains take ${SAMPLES} samples and measure the same average, m_s², how strongly neighbours alternate.`,
  ],
  question: {
    kind: 'choice',
    asks: 'What will the average of the chain with the bad model be?',
    options: {
      wrong: 'Wrong: a bad model gives bad results',
      wider: 'Right, with a larger error bar',
      same: 'Right, and as precise as the other',
    },
    answer: biasOf,
  },
  runs: [learned('bad model', linear(2), 200, SAMPLES), exactAlone('exact weight', SAMPLES)],
  bars: (measured) => ({
    name: 'm_s² with its error bar',
    bars: measured.map((one) => ({ name: one.name, value: estimateOf(one, ORDER) })),
  }),
  explains: [
    'A model can only waste time. Rejected proposals leave the chain where it is, so its samples resemble each other and the error bar, which counts this, is larger. The average is right all the same: what the model prefers is known, and the exact weight accepts with the probability that corrects for it.',
    'This holds as long as the chain moves: a model of whose proposals nothing is accepted gives no result at all, neither right nor wrong.',
  ],
};
