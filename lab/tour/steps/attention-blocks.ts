/** Step 4: one to four attention blocks. */
import { acceptanceBars, acceptanceOf, percent, pull, SIGNIFICANT } from '../compare.ts';
import type { Measured } from '../measured.ts';
import { attention, learned } from '../specs.ts';
import type { Found, TourStep } from '../step.ts';

export function changeWithBlocks(measured: readonly Measured[]): Found {
  const [first, last] = [acceptanceOf(measured[0]), acceptanceOf(measured.at(-1))];
  const difference = pull(last, first);
  return {
    option: difference > SIGNIFICANT ? 'rises' : difference < -SIGNIFICANT ? 'falls' : 'same',
    numbers: `${percent(first)} of the proposals were accepted with one block, ${percent(last)} with four.`,
  };
}

const run = (blocks: number) => learned(blocks === 1 ? '1 block' : `${blocks} blocks`, attention(blocks), 1500, 1500);

export const attentionBlocks: TourStep = {
  title: 'Attention, block by block',
  tells: [
    'An attention block replaces every spin by itself plus a sum over the others, each with a factor that depends on how the two sites’ surroundings are turned to each other. The energy is a sum of products of two new spins, and so has terms of many of the old ones.',
    'Turn all spins together and the new spins turn with them: the block is equivariant, and the energy keeps the symmetry of the weight. As in the talk, six of the nine shells are used, and up to 1500 exact weights to learn from.',
  ],
  question: {
    kind: 'choice',
    asks: 'The number of blocks goes from one to four. What happens to the acceptance?',
    options: {
      rises: 'It rises',
      same: 'It stays where it is',
      falls: 'It falls, as there is more to learn from as little',
    },
    answer: changeWithBlocks,
  },
  runs: [1, 2, 3, 4].map(run),
  bars: acceptanceBars('Acceptance, attention of six shells'),
  explains: [
    'More blocks can express more, and the fit uses it: this is the main result of the talk. Neighbouring bars may still be closer than their errors, and with other exact weights to learn from each of them comes out a little different.',
    'Acceptance is not speed. A block more takes longer to learn and to propose with: the last step counts what a second buys.',
  ],
};
