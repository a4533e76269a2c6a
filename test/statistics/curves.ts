/** Synthetic studies: curves of several sizes that collapse by construction, with normal errors and replicas that scatter alike. */
import { fillNormal } from '../../src/numeric/normal.ts';
import type { RandomStream } from '../../src/numeric/philox.ts';
import type { CurvePoint } from '../../src/statistics/polynomial-fit.ts';

/** A standard normal number. */
export function normal(random: RandomStream): number {
  const pair = new Float64Array(2);
  fillNormal(random, pair);
  return pair[0];
}

/** Points of a function with errors, at the given x. */
export function noisyCurve(
  x: readonly number[],
  f: (x: number) => number,
  error: number,
  random: RandomStream,
  replicas = 100,
): CurvePoint[] {
  return x.map((at) => {
    const value = f(at) + error * normal(random);
    const noise = new Float64Array(replicas);
    fillNormal(random, noise);
    return { x: at, value, error, replicas: noise.map((one) => value + error * one) };
  });
}

/** Equally spaced numbers, both ends included. */
export const spaced = (from: number, to: number, count: number): number[] =>
  Array.from({ length: count }, (_, k) => from + ((to - from) * k) / (count - 1));

/** Mean and variance of pulls (found − true)/error, and the share of those below 1. */
export function pulls(values: readonly { readonly mean: number; readonly error: number }[], truth: number) {
  const all = values.map(({ mean, error }) => (mean - truth) / error);
  const mean = all.reduce((sum, pull) => sum + pull, 0) / all.length;
  const variance = all.reduce((sum, pull) => sum + (pull - mean) ** 2, 0) / (all.length - 1);
  return { mean, variance, covered: all.filter((pull) => Math.abs(pull) < 1).length / all.length, count: all.length };
}
