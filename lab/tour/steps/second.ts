/** Step 6: what a second buys. */
import type { Running } from '../../engine/frame.ts';
import { withError } from '../../pictures/with-error.ts';
import { effectivePerSecond, type Measured } from '../measured.ts';
import { asRun, exactAlone, learned, linear, localUpdates, onLattice } from '../specs.ts';
import type { Found, TourStep } from '../step.ts';

const ORDER = 'staggeredMagnetization2';

const UNKNOWN: Running = { mean: Number.NaN, error: Number.NaN };

const worth = (measured: Measured | undefined): Running => (measured && effectivePerSecond(measured, ORDER)) ?? UNKNOWN;

/** What is worth more of the ways that learn nothing. */
const better = (a: Running, b: Running): Running => (b.mean > a.mean ? b : a);

/** How many times as many independent samples a second the learned proposals give; errors are those of τ. */
function gain(slow: Running, fast: Running): Running {
  const mean = fast.mean / slow.mean;
  return { mean, error: mean * Math.hypot((fast.error ?? 0) / fast.mean, (slow.error ?? 0) / slow.mean) };
}

/** Upper ends of the options. */
const UP_TO: readonly (readonly [string, number])[] = [
  ['fewer', 0.8],
  ['same', 2],
  ['some', 10],
];

export function gainOf(measured: readonly Measured[]): Found {
  const [trajectories, sweeps, model] = measured;
  const slow = better(worth(trajectories), worth(sweeps));
  const ratio = gain(slow, worth(model));
  const [option] = UP_TO.find(([, most]) => ratio.mean < most) ?? ['most'];
  return {
    option,
    numbers: `${withError(ratio)} times as many. Learning took ${model.learningSeconds.toFixed(1)} s beforehand; in this time the better way without learning gives ${Math.round(model.learningSeconds * slow.mean)} independent samples.`,
  };
}

export const second: TourStep = {
  title: 'What a second buys',
  tells: [
    'Samples of a chain resemble those before them. The autocorrelation time τ says how many samples count as one: N samples are worth N/2τ independent ones. What matters in the end is how many of these a second gives.',
    'On 8 × 8 sites three ways run one after the other, in this page and on your machine. Two of them learn nothing: trajectories, which need the gradient of the exact weight several times for every sample, and local updates, which turn one spin after the other. The third has proposals of the linear model with all shells, and needs the exact weight once for each.',
  ],
  question: {
    kind: 'choice',
    asks: 'How many independent samples a second will learned proposals give, compared with the better of the ways that learn nothing?',
    options: {
      fewer: 'Fewer: proposals are lost to rejection',
      same: 'About as many, up to 2 times',
      some: '2 to 10 times as many',
      most: 'More than 10 times as many',
    },
    answer: gainOf,
  },
  runs: [
    onLattice(exactAlone('trajectories', 3000), 8),
    onLattice(localUpdates('local updates', 3000), 8),
    onLattice(asRun(learned('learned proposals', linear('all'), 200, 10_000)), 8),
  ],
  bars: (measured) => ({
    name: 'Independent samples of m_s² a second',
    bars: measured.map((one) => ({ name: one.name, value: effectivePerSecond(one, ORDER) ?? { mean: 0 } })),
  }),
  explains: [
    'The time is what the clock of this page saw, with everything that is measured on each sample; another machine has other numbers, and a busy one has worse. Learning is a price to be paid once: short runs do not earn it back, long ones do.',
    'The linear model is cheap to propose with. A transformer is accepted more often and costs more per proposal; on lattices as small as these it does not win. Which of them does is a question of size, temperature and patience, and “effective.kind = auto” tries them.',
  ],
};
