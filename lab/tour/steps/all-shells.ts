/** Step 3: the linear model with all shells. */
import { acceptanceBars, acceptanceOf } from '../compare.ts';
import { learned, linear } from '../specs.ts';
import type { TourStep } from '../step.ts';

export const allShells: TourStep = {
  title: 'All distances',
  tells: [
    'Electrons are not local: they couple spins at every distance, and weakly where they are far apart. The same linear model, fitted to as many exact weights as before, can have all nine shells. It has five numbers more.',
  ],
  question: {
    kind: 'share',
    asks: 'Four shells were accepted seldom. Which share of the proposals will be accepted with all nine?',
    answer: (measured) => acceptanceOf(measured.at(-1)),
  },
  runs: [
    learned('4 shells', linear(4), 200, 4000),
    learned('6 shells', linear(6), 200, 4000),
    learned('all 9 shells', linear('all'), 200, 4000),
  ],
  bars: acceptanceBars('Acceptance, linear model'),
  explains: [
    'Much of what the truncated model misses lies in the far shells, and not in the form of the model. A comparison of learned models has to say which shells each of them has.',
    'What is left is beyond pairs of spins: the weight has terms of four and more spins, which no sum of S_i·S_j can have.',
  ],
};
