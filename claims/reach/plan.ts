/** Local and global models, on larger lattices and at lower temperatures. */
import type { EffectiveChoice } from '../../src/effective/model.ts';

export interface Candidate {
  readonly name: string;
  /** The distance up to which a site depends on others, in lattice constants; left out where it depends on all. */
  readonly reach?: number;
  readonly choice: EffectiveChoice;
}

export interface Place {
  readonly size: number;
  readonly temperature: number;
}

export interface Plan {
  readonly candidates: readonly Candidate[];
  /** The lattice sizes, ascending, and the temperature of all of them. */
  readonly sizes: readonly number[];
  readonly sizesAt: number;
  /** The temperatures, descending, and the lattice size of all of them. */
  readonly temperatures: readonly number[];
  readonly temperaturesAt: number;
  readonly seeds: readonly number[];
  readonly samples: number;
  readonly starts: number;
  readonly testSamples: number;
  readonly proposals: number;
  /** The samples of the chain that measures the order. */
  readonly trajectories: number;
}

const candidatesOf = (channels: number): Candidate[] => [
  { name: 'linear, 1 shell', reach: 1, choice: { kind: 'linear', shells: 1 } },
  { name: 'linear, 3 shells', reach: 2, choice: { kind: 'linear', shells: 3 } },
  {
    name: 'CNN, reach 2',
    reach: 2,
    choice: { kind: 'convolution', shells: 1, layers: 1, channels },
  },
  {
    name: 'CNN, reach 6',
    reach: 6,
    choice: { kind: 'convolution', shells: 3, layers: 2, channels },
  },
  { name: 'attention', choice: { kind: 'transformer', shells: 6, blocks: 2 } },
  { name: 'linear, all shells', choice: { kind: 'linear' } },
];

export const plan = (isQuick: boolean): Plan =>
  isQuick
    ? {
        candidates: candidatesOf(2),
        sizes: [6, 8, 10],
        sizesAt: 0.05,
        temperatures: [0.1, 0.05],
        temperaturesAt: 8,
        seeds: [1, 2, 3],
        samples: 200,
        starts: 1,
        testSamples: 200,
        proposals: 60,
        trajectories: 400,
      }
    : {
        candidates: candidatesOf(4),
        sizes: [6, 8, 10, 12],
        sizesAt: 0.05,
        temperatures: [0.2, 0.1, 0.05, 0.025],
        temperaturesAt: 8,
        seeds: [1, 2, 3],
        samples: 600,
        starts: 1,
        testSamples: 500,
        proposals: 100,
        trajectories: 3000,
      };

export const bySize = ({ sizes, sizesAt }: Plan): Place[] => sizes.map((size) => ({ size, temperature: sizesAt }));

export const byTemperature = ({ temperatures, temperaturesAt }: Plan): Place[] =>
  temperatures.map((temperature) => ({ size: temperaturesAt, temperature }));
