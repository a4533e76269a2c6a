/** Held-out errors against depth: one curve for every method and number of samples. */
import type { FitMethod } from '../../src/training/fit/fit.ts';
import { errorOf } from '../analysis/judge.ts';
import { fitPowerLaw, type PowerLaw, type ScatteredPoint } from '../analysis/power-law.ts';
import { type Combined, combined, logRatio } from '../analysis/seeds.ts';
import type { CommonFitResult } from '../workshop/tasks/fit-on-common-data.ts';
import type { Workshop } from '../workshop/workshop.ts';

export const TEMPERATURE = 0.05;
export const SHELLS = 6;

export interface Setting {
  readonly blocks: number;
  readonly seeds: readonly number[];
  readonly starts: number;
  readonly judges: number;
  readonly curves: readonly { readonly method: FitMethod; readonly samples: number }[];
}

export interface Depth {
  readonly blocks: number;
  readonly parameters: number;
  /** Of each seed. */
  readonly seeds: readonly CommonFitResult[];
  readonly error: Combined;
}

export interface Curve {
  readonly method: FitMethod;
  readonly samples: number;
  /** From one block on. */
  readonly depths: readonly Depth[];
  readonly law: PowerLaw;
  /** Blocks beyond which the deepest model gains nothing that can be told from chance. */
  readonly flatFrom: number;
}

const lm = 'levenberg-marquardt';

export const settingOf = (isQuick: boolean): Setting =>
  isQuick
    ? {
        blocks: 4,
        seeds: [1, 2, 3],
        starts: 1,
        judges: 1000,
        curves: [
          { method: lm, samples: 300 },
          { method: lm, samples: 1200 },
          { method: 'adamw', samples: 300 },
        ],
      }
    : {
        blocks: 6,
        seeds: [1, 2, 3, 4],
        starts: 2,
        judges: 2000,
        curves: [
          { method: lm, samples: 1000 },
          { method: lm, samples: 4000 },
          { method: 'adamw', samples: 1000 },
        ],
      };

export function computeCurves(workshop: Workshop, setting: Setting): Promise<Curve[]> {
  const { blocks, seeds, starts, judges } = setting;
  return Promise.all(
    setting.curves.map(async ({ method, samples }) => {
      const grown = await Promise.all(
        seeds.map((seed) =>
          workshop.compute(`scaling law, ${method}, ${samples} samples, seed ${seed}`, 'grow-on-common-data', {
            spec: { lattice: { size: [6, 6] }, model: { temperature: TEMPERATURE } },
            choice: { kind: 'transformer', shells: SHELLS, blocks },
            method,
            samples,
            judges,
            starts,
            seed,
            dataSeed: seed,
            proposals: 0,
          }),
        ),
      );
      return curveOf(method, samples, grown);
    }),
  );
}

/** `grown`: by seed, every depth from 0 on. */
export function curveOf(method: FitMethod, samples: number, grown: readonly (readonly CommonFitResult[])[]): Curve {
  const depths = grown[0].slice(1).map((_, k): Depth => {
    const seeds = grown.map((stages) => stages[k + 1]);
    return { blocks: k + 1, parameters: parametersOf(k + 1), seeds, error: combined(seeds.map(errorOf)) };
  });
  const points: ScatteredPoint[] = depths.map(({ parameters, seeds }) => ({
    x: parameters,
    seeds: seeds.map(errorOf),
  }));
  return { method, samples, depths, law: fitPowerLaw(points), flatFrom: flatFrom(depths) };
}

/** W_Q, W_K and W_V of every block, J and E_0. A block that gained nothing is the identity, but a block all the same. */
const parametersOf = (blocks: number): number => (SHELLS + 1) * (3 * blocks + 1);

function flatFrom(depths: readonly Depth[]): number {
  const deepest = depths[depths.length - 1];
  return (depths.find((depth) => !isAbove(depth, deepest)) as Depth).blocks;
}

/** By two standard deviations, seed by seed. */
export const isAbove = (a: Depth, b: Depth): boolean => {
  const { value, error } = logRatio(errorsOf(a), errorsOf(b));
  return value > 2 * error;
};

export const errorsOf = ({ seeds }: Depth): Combined[] => seeds.map(errorOf);
