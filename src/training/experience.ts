/** What self-learning has seen so far, and how much of it still counts. */
import { type DataSet, type Sample, splitSamples } from './data-set.ts';

export interface Experience {
  readonly samples: readonly Sample[];
  /** Of the chain that each sample was proposed by. */
  readonly temperatures: readonly number[];
}

export function extendExperience(
  { samples, temperatures }: Experience,
  more: readonly Sample[],
  temperature: number,
): Experience {
  return { samples: [...samples, ...more], temperatures: [...temperatures, ...more.map(() => temperature)] };
}

/**
 * As data for a model at `temperature`. Hotter samples are typical of another distribution: they count with (T/T_hot)², which decides while
 * there is nothing else and is forgotten as soon as colder samples are many. The k-th of n samples counts with k/n on top: proposals of early models
 * lie where later ones never go.
 */
export function asDataSet({ samples, temperatures }: Experience, temperature: number): DataSet {
  return splitSamples(
    samples.map((sample, k) => {
      const coldness = Math.min(1, temperature / temperatures[k]);
      const youth = (k + 1) / samples.length;
      return { ...sample, weight: coldness * coldness * youth };
    }),
  );
}

/** √(variance of F): at this temperature the samples, random spins say, are not far from typical. */
export function energySpread(samples: readonly Sample[]): number {
  const mean = samples.reduce((sum, { freeEnergy }) => sum + freeEnergy, 0) / samples.length;
  const square = samples.reduce((sum, { freeEnergy }) => sum + (freeEnergy - mean) * (freeEnergy - mean), 0);
  return Math.sqrt(square / samples.length);
}
