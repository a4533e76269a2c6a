/** One quantity from several seeds: its mean and its error. */
import { formatWithError } from '../../src/statistics/format.ts';
import { sampleVariance } from '../../src/statistics/variance.ts';

export interface Combined {
  readonly value: number;
  /** One standard deviation: the larger of what follows from the errors of the seeds and what follows from their scatter. */
  readonly error: number;
}

/** The plain mean over seeds: a seed with a bad fit counts as much as any other. */
export function combined(seeds: readonly Combined[]): Combined {
  const count = seeds.length;
  const value = seeds.reduce((sum, seed) => sum + seed.value, 0) / count;
  const inner = Math.sqrt(seeds.reduce((sum, { error }) => sum + error * error, 0)) / count;
  const scatter = count > 1 ? Math.sqrt(sampleVariance(seeds.map((seed) => seed.value)) / count) : 0;
  return { value, error: Math.max(inner, scatter) };
}

/** A number as 0.2913(3). */
export const combinedText = ({ value, error }: Combined): string => formatWithError(value, error);

/** The logarithm of how many times larger `a` is than `b`, seed by seed. What both have in common drops out of the scatter; the errors of the seeds are overestimates. */
export const logRatio = (a: readonly Combined[], b: readonly Combined[]): Combined =>
  combined(
    a.map(({ value, error }, k) => ({
      value: Math.log(value / b[k].value),
      error: Math.hypot(error / value, b[k].error / b[k].value),
    })),
  );

/** The number e^x that belongs to a logarithm x, with its error. */
export const exponential = ({ value, error }: Combined): Combined => ({
  value: Math.exp(value),
  error: Math.exp(value) * error,
});

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The seeds as captions have them: "seed 1", "seeds 1, 2". */
export const seedsText = (seeds: readonly number[]): string => `seed${seeds.length > 1 ? 's' : ''} ${seeds.join(', ')}`;
