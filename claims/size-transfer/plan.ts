/** Transformers trained on 6 × 6 sites, three kinds of attention sum, and where they are used. */
import type { EffectiveChoice } from '../../src/effective/model.ts';
import { type Judgement, overSeeds } from '../analysis/judge.ts';
import { type Combined, combined } from '../analysis/seeds.ts';
import type { TransferResult } from '../workshop/tasks/size-transfer.ts';
import type { Workshop } from '../workshop/workshop.ts';

export const TEMPERATURE = 0.05;
/** The first is trained on. */
export const SIZES = [6, 8, 12];
/** Exact evaluations of a refit. */
export const BUDGET = 200;
export const SHELLS = 6;

export interface Variant {
  readonly name: string;
  readonly choice: EffectiveChoice;
}

const transformer = { kind: 'transformer', shells: SHELLS, blocks: 2 } as const;

export const VARIANTS: readonly Variant[] = [
  { name: 'normalised sum', choice: { ...transformer, normalised: true } },
  { name: 'window of 6 shells', choice: { ...transformer, window: 6 } },
  { name: 'plain sum', choice: transformer },
];

export interface Setting {
  readonly seeds: readonly number[];
  readonly samples: number;
  readonly starts: number;
  readonly judges: number;
  readonly proposals: number;
}

export const settingOf = (isQuick: boolean): Setting =>
  isQuick
    ? { seeds: [1, 2, 3], samples: 800, starts: 1, judges: 150, proposals: 80 }
    : { seeds: [1, 2, 3, 4], samples: 3000, starts: 2, judges: 500, proposals: 300 };

/** How a model came to the lattice that it is used on. */
export const WAYS = ['unchanged', 'refitted', 'linear'] as const;
export type Way = (typeof WAYS)[number];

export interface Measured {
  readonly seeds: readonly Judgement[];
  readonly error: Combined;
  readonly acceptance: Combined;
  /** None where unchanged. */
  readonly exactEvaluations: Combined;
}

/** On one lattice, by way. */
export type AtSize = Readonly<Record<Way, Measured>>;

export interface Transfer {
  readonly variant: Variant;
  /** In the order of SIZES. */
  readonly sizes: readonly AtSize[];
}

export function computeTransfers(workshop: Workshop, { seeds, ...setting }: Setting): Promise<Transfer[]> {
  return Promise.all(
    VARIANTS.map(async (variant) => {
      const results = await Promise.all(
        seeds.map((seed) =>
          workshop.compute(`size transfer, ${variant.name}, seed ${seed}`, 'size-transfer', {
            specs: SIZES.map((size) => ({ lattice: { size: [size, size] }, model: { temperature: TEMPERATURE } })),
            ...setting,
            budget: BUDGET,
            choice: variant.choice,
            method: 'levenberg-marquardt',
            seed,
          }),
        ),
      );
      return transferOf(variant, results);
    }),
  );
}

/** `results`: by seed, then by size. */
export function transferOf(variant: Variant, results: readonly (readonly TransferResult[])[]): Transfer {
  const measured = (size: number, way: Way): Measured => {
    const seeds = results.map((sizes) => sizes[size][way]);
    const evaluations = seeds.map((seed) => ('exactEvaluations' in seed ? seed.exactEvaluations : 0));
    const exactEvaluations = combined(evaluations.map((value) => ({ value, error: 0 })));
    return { seeds, ...overSeeds(seeds), exactEvaluations };
  };
  const sizes = results[0].map((_, size): AtSize => {
    const [unchanged, refitted, linear] = WAYS.map((way) => measured(size, way));
    return { unchanged, refitted, linear };
  });
  return { variant, sizes };
}
