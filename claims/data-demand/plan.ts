/** The models of the table of the talk, and how many configurations they learn from. */
import type { EffectiveChoice } from '../../src/effective/model.ts';

export const TEMPERATURE = 0.05;
/** The acceptance for which configurations are counted. */
export const WANTED = 0.5;

export interface Candidate {
  readonly name: string;
  readonly isEquivariant: boolean;
  /** The correlations that it can express, as the talk has it. */
  readonly reach: string;
  readonly choice: EffectiveChoice;
}

export interface Plan {
  readonly candidates: readonly Candidate[];
  /** The numbers of configurations, ascending: of equivariant models, and of the others. */
  readonly samples: readonly number[];
  readonly manySamples: readonly number[];
  readonly seeds: readonly number[];
  readonly starts: number;
  readonly testSamples: number;
  readonly proposals: number;
}

/** Small networks; those without symmetry need a few hundred parameters to learn anything at all. */
const CANDIDATES: readonly Candidate[] = [
  { name: 'linear, all shells', isEquivariant: true, reach: 'global', choice: { kind: 'linear' } },
  {
    name: 'equivariant attention',
    isEquivariant: true,
    reach: 'global',
    choice: { kind: 'transformer', shells: 6, blocks: 2 },
  },
  {
    name: 'equivariant CNN',
    isEquivariant: true,
    reach: 'local: 6 sites',
    choice: { kind: 'convolution', shells: 3, layers: 2, channels: 2 },
  },
  {
    name: 'plain CNN',
    isEquivariant: false,
    reach: 'local: 2 sites',
    choice: { kind: 'plain-cnn', shells: 2, layers: 2, channels: 4 },
  },
  {
    name: 'standard attention',
    isEquivariant: false,
    reach: 'global',
    choice: { kind: 'standard-attention', layers: 1, channels: 6 },
  },
];

export const plan = (isQuick: boolean): Plan =>
  isQuick
    ? {
        candidates: CANDIDATES,
        samples: [10, 30, 100, 300],
        manySamples: [30, 300],
        seeds: [1, 2],
        starts: 2,
        testSamples: 300,
        proposals: 60,
      }
    : {
        candidates: CANDIDATES,
        samples: [10, 30, 100, 300, 1000, 3000],
        manySamples: [100, 300, 1000, 3000],
        seeds: [1, 2, 3],
        starts: 2,
        testSamples: 1000,
        proposals: 200,
      };

/** The numbers of configurations of all candidates, ascending. */
export const allSamples = ({ samples, manySamples }: Plan): number[] =>
  [...new Set([...samples, ...manySamples])].toSorted((a, b) => a - b);
