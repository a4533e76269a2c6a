/** What self-learning has seen so far, and how much of it still counts. */
import { type DataSet, splitSamples, type TrainingSample } from '../fit/data-set.ts';
import type { Generation } from './generation.ts';

/** The exact evaluations that a self-learning loop has made so far. */
export interface Experience {
  readonly samples: readonly TrainingSample[];
  /** Temperature of the chain by which each sample was proposed. */
  readonly temperatures: readonly number[];
  /** Overlap min(1, W/W_eff) of each sample, in the units of its generation. */
  readonly overlaps: readonly number[];
}

export const NOTHING_SEEN: Experience = { samples: [], temperatures: [], overlaps: [] };

export function extendExperience(
  { samples, temperatures, overlaps }: Experience,
  more: Pick<Generation, 'samples' | 'overlaps'>,
  temperature: number,
): Experience {
  return {
    samples: [...samples, ...more.samples],
    temperatures: [...temperatures, ...more.samples.map(() => temperature)],
    overlaps: [...overlaps, ...more.overlaps],
  };
}

/** Weight of a proposal that the exact weight rules out, where it is 1 for one as likely as the chain: the model must not propose it again. */
const LEAST_OVERLAP = 0.1;

/**
 * The samples as data for a model at `temperature`. Hotter samples are typical of another distribution: they count with (T/T_hot)², which decides while
 * there is nothing else and is negligible as soon as colder samples are many. The k-th of n samples counts with k/n on top: proposals of early models
 * lie where later ones never go. What counts most is what both weights find likely: a model need not be good where neither leads.
 */
export function asDataSet({ samples, temperatures, overlaps }: Experience, temperature: number): DataSet {
  return splitSamples(
    samples.map((sample, k) => {
      const coldness = Math.min(1, temperature / temperatures[k]);
      const youth = (k + 1) / samples.length;
      const overlap = LEAST_OVERLAP + (1 - LEAST_OVERLAP) * overlaps[k];
      return { ...sample, weight: coldness * coldness * youth * overlap };
    }),
  );
}

/** √(variance of F): at this temperature the samples, random spins say, are not far from typical. */
export function energySpread(samples: readonly TrainingSample[]): number {
  const mean = samples.reduce((sum, { freeEnergy }) => sum + freeEnergy, 0) / samples.length;
  const square = samples.reduce((sum, { freeEnergy }) => sum + (freeEnergy - mean) * (freeEnergy - mean), 0);
  return Math.sqrt(square / samples.length);
}
