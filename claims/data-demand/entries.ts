/** The models of the table of the talk, and how many configurations they get. */
import type { EffectiveChoice } from '../../src/effective/model.ts';
import { overSeeds } from '../analysis/judge.ts';
import type { Combined } from '../analysis/seeds.ts';
import type { CommonFitResult } from '../workshop/tasks/fit-on-common-data.ts';
import type { Workshop } from '../workshop/workshop.ts';

export const TEMPERATURE = 0.05;

export interface Entry {
  readonly name: string;
  readonly isEquivariant: boolean;
  /** As the talk has it: what correlations it can express. */
  readonly reach: string;
  readonly choice: EffectiveChoice;
}

export interface Setting {
  readonly entries: readonly Entry[];
  /** Ascending: for equivariant models, and for the others. */
  readonly samples: readonly number[];
  readonly manySamples: readonly number[];
  readonly seeds: readonly number[];
  readonly starts: number;
  readonly judges: number;
  readonly proposals: number;
}

export interface Learned {
  readonly samples: number;
  readonly seeds: readonly CommonFitResult[];
  readonly error: Combined;
  readonly acceptance: Combined;
}

export interface Curve {
  readonly entry: Entry;
  /** By ascending samples. */
  readonly points: readonly Learned[];
}

const NAMES = {
  linear: 'linear, all shells',
  attention: 'equivariant attention',
  convolution: 'equivariant CNN',
  plain: 'plain CNN',
  standard: 'standard attention',
};

/** Small networks: those without symmetry need a few hundred parameters to learn anything at all. */
const ENTRIES: readonly Entry[] = [
  { name: NAMES.linear, isEquivariant: true, reach: 'global', choice: { kind: 'linear' } },
  {
    name: NAMES.attention,
    isEquivariant: true,
    reach: 'global',
    choice: { kind: 'transformer', shells: 6, blocks: 2 },
  },
  {
    name: NAMES.convolution,
    isEquivariant: true,
    reach: 'local: 6 sites',
    choice: { kind: 'convolution', shells: 3, layers: 2, channels: 2 },
  },
  {
    name: NAMES.plain,
    isEquivariant: false,
    reach: 'local: 2 sites',
    choice: { kind: 'plain-cnn', shells: 2, layers: 2, channels: 4 },
  },
  {
    name: NAMES.standard,
    isEquivariant: false,
    reach: 'global',
    choice: { kind: 'standard-attention', layers: 1, channels: 6 },
  },
];

export const settingOf = (isQuick: boolean): Setting =>
  isQuick
    ? {
        entries: ENTRIES,
        samples: [10, 30, 100, 300],
        manySamples: [30, 300],
        seeds: [1, 2],
        starts: 2,
        judges: 300,
        proposals: 60,
      }
    : {
        entries: ENTRIES,
        samples: [10, 30, 100, 300, 1000, 3000],
        manySamples: [100, 300, 1000, 3000],
        seeds: [1, 2, 3],
        starts: 2,
        judges: 1000,
        proposals: 200,
      };

/** Of all models. */
export const allSamples = ({ samples, manySamples }: Setting): number[] =>
  [...new Set([...samples, ...manySamples])].toSorted((a, b) => a - b);

export function computeCurves(workshop: Workshop, setting: Setting): Promise<Curve[]> {
  return Promise.all(
    setting.entries.map(async (entry) => {
      const wanted = entry.isEquivariant ? setting.samples : setting.manySamples;
      const points = wanted.map((samples) => learned(workshop, setting, entry, samples));
      return { entry, points: await Promise.all(points) };
    }),
  );
}

async function learned(workshop: Workshop, setting: Setting, entry: Entry, samples: number): Promise<Learned> {
  const { starts, judges, proposals } = setting;
  const seeds = await Promise.all(
    setting.seeds.map((seed) =>
      workshop.compute(`data demand, ${entry.name}, ${samples} samples, seed ${seed}`, 'fit-on-common-data', {
        spec: { lattice: { size: [6, 6] }, model: { temperature: TEMPERATURE } },
        choice: entry.choice,
        method: 'levenberg-marquardt',
        starts,
        seed,
        dataSeed: seed,
        samples,
        judges,
        proposals,
      }),
    ),
  );
  return { samples, seeds, ...overSeeds(seeds) };
}
