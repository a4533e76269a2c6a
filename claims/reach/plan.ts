/** Local and global models on larger lattices and at lower temperatures, from data that all of them share. */
import type { EffectiveChoice } from '../../src/effective/model.ts';
import type { SpecInput } from '../../src/spec/spec.ts';
import { overSeeds } from '../analysis/judge.ts';
import type { Combined } from '../analysis/seeds.ts';
import { averageOf } from '../observables/quantities.ts';
import type { CommonFitResult } from '../workshop/tasks/fit-on-common-data.ts';
import type { Workshop } from '../workshop/workshop.ts';

export interface Entry {
  readonly name: string;
  /** How far a site knows of others, in lattice constants; undefined: of all. */
  readonly reach?: number;
  readonly choice: EffectiveChoice;
}

export interface Setting {
  readonly entries: readonly Entry[];
  /** Ascending. */
  readonly sizes: readonly number[];
  readonly sizesAt: number;
  /** Descending. */
  readonly temperatures: readonly number[];
  readonly temperaturesAt: number;
  readonly seeds: readonly number[];
  readonly samples: number;
  readonly starts: number;
  readonly judges: number;
  readonly proposals: number;
  /** Of the chain that tells the order. */
  readonly trajectories: number;
}

export interface Place {
  readonly size: number;
  readonly temperature: number;
}

export interface Outcome {
  readonly entry: Entry;
  readonly seeds: readonly CommonFitResult[];
  readonly error: Combined;
  readonly acceptance: Combined;
}

export interface PlaceResult extends Place {
  /** ⟨m_s²⟩: the correlation of two spins, signs of the sublattices taken out, averaged over all distances. */
  readonly order: Combined;
  /** In the order of the entries. */
  readonly outcomes: readonly Outcome[];
}

const entriesOf = (channels: number): Entry[] => [
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

export const settingOf = (isQuick: boolean): Setting =>
  isQuick
    ? {
        entries: entriesOf(2),
        sizes: [6, 8, 10],
        sizesAt: 0.05,
        temperatures: [0.1, 0.05],
        temperaturesAt: 8,
        seeds: [1, 2, 3],
        samples: 200,
        starts: 1,
        judges: 200,
        proposals: 60,
        trajectories: 400,
      }
    : {
        entries: entriesOf(4),
        sizes: [6, 8, 10, 12],
        sizesAt: 0.05,
        temperatures: [0.2, 0.1, 0.05, 0.025],
        temperaturesAt: 8,
        seeds: [1, 2, 3],
        samples: 600,
        starts: 1,
        judges: 500,
        proposals: 100,
        trajectories: 3000,
      };

export const bySize = ({ sizes, sizesAt }: Setting): Place[] => sizes.map((size) => ({ size, temperature: sizesAt }));

export const byTemperature = ({ temperatures, temperaturesAt }: Setting): Place[] =>
  temperatures.map((temperature) => ({ size: temperaturesAt, temperature }));

export const isAt = (a: Place, b: Place): boolean => a.size === b.size && a.temperature === b.temperature;

export function computePlaces(workshop: Workshop, setting: Setting): Promise<PlaceResult[]> {
  const sizes = bySize(setting);
  const more = byTemperature(setting).filter((place) => !sizes.some((one) => isAt(one, place)));
  return Promise.all([...sizes, ...more].map((place) => computePlace(workshop, setting, place)));
}

async function computePlace(workshop: Workshop, setting: Setting, { size, temperature }: Place): Promise<PlaceResult> {
  const { entries, seeds, samples, starts, judges, proposals, trajectories } = setting;
  const spec: SpecInput = { lattice: { size: [size, size] }, model: { temperature } };
  const label = `reach, ${size} × ${size}, T = ${temperature}`;
  const chain = { method: 'hmc', chains: 1, samples: trajectories, warmUp: 300, seed: 1 } as const;
  const ordered = workshop.run(`${label}, order`, { ...spec, sampling: chain });
  const fits = seeds.map((seed) =>
    workshop.compute(`${label}, seed ${seed}`, 'fit-each-on-common-data', {
      spec,
      samples,
      judges,
      proposals,
      dataSeed: seed,
      fits: entries.map(({ choice }) => ({ choice, method: 'levenberg-marquardt', seed, starts })),
    }),
  );
  const [order, results] = [averageOf(await ordered, 'staggeredMagnetization2'), await Promise.all(fits)];
  const outcomes = entries.map((entry, k): Outcome => {
    const own = results.map((result) => result[k]);
    return { entry, seeds: own, ...overSeeds(own) };
  });
  return { size, temperature, order: order ?? { value: Number.NaN, error: Number.NaN }, outcomes };
}
