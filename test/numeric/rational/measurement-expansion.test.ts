import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/errors.ts';
import { philoxStream } from '../../../src/numeric/philox.ts';
import {
  type LevelFunction,
  type MeasurementExpansion,
  measurementExpansion,
} from '../../../src/numeric/rational/measurement-expansion.ts';
import { fingerprint } from '../fingerprint.ts';

const random = philoxStream(2023, 7);
const logUniform = (low: number, high: number): number => low * (high / low) ** random.nextUniform();

const fluctuation = (beta: number, level: number): number => 0.25 / Math.cosh(Math.min(350, (beta * level) / 2)) ** 2;

/** Exact functions of a level E' ≥ 0. */
const exact = {
  energy: (beta: number, level: number) => level * Math.tanh((beta * level) / 2),
  numberFluctuation: fluctuation,
  energyFluctuation: (beta: number, level: number) => level * level * fluctuation(beta, level),
  occupation: (beta: number, level: number) => Math.tanh((beta * level) / 2),
  crossFluctuation: (beta: number, level: number) => level * fluctuation(beta, level),
};
const names = Object.keys(exact) as (keyof typeof exact)[];
const isOdd = (name: string): boolean => name === 'occupation' || name === 'crossFluctuation';

function approximate(
  name: string,
  { constant, slope, weights }: LevelFunction,
  shifts: Float64Array,
  level: number,
): number {
  const x = level * level;
  if (isOdd(name)) return level * weights.reduce((sum, a, j) => sum + a / (x + shifts[j] ** 2), constant);
  return weights.reduce((sum, a, j) => sum + (a * shifts[j] ** 2) / (x + shifts[j] ** 2), constant + slope * x);
}

function levels(beta: number, cutoff: number): number[] {
  const evenly = Array.from({ length: 300 }, () => cutoff * random.nextUniform());
  const closeToZero = Array.from({ length: 300 }, () => Math.min(cutoff, logUniform(1e-6, 30) / beta));
  return [0, cutoff, ...evenly, ...closeToZero];
}

const cases = [
  [0.1, 0.5, 1e-9],
  [20, 4.5, 1e-9],
  [20, 4.5, 1e-6],
  [20, 4.5, 0],
  [500, 12, 1e-9],
  ...Array.from({ length: 8 }, () => [logUniform(0.1, 500), logUniform(0.5, 20), logUniform(1e-9, 1e-5)]),
];

describe.each(cases)('β = %d, cutoff %d, tolerance %d', (beta, cutoff, tolerance) => {
  const expansion = measurementExpansion(beta, cutoff, tolerance);
  const sample = levels(beta, cutoff);

  it.each(names)('%s meets its error bound and the tolerance', (name) => {
    const { error } = expansion[name];
    let scale = 0;
    for (const level of sample) {
      const value = exact[name](beta, level);
      scale = Math.max(scale, Math.abs(value));
      expect(Math.abs(value - approximate(name, expansion[name], expansion.shifts, level))).toBeLessThanOrEqual(error);
    }
    // Sampling misses the largest value by a little.
    if (beta * cutoff > 0.5) expect(error).toBeLessThanOrEqual(Math.max(tolerance, 1e-9) * 1.1 * scale);
  });

  it('has an even number of ascending positive shifts and a weight for each', () => {
    const { shifts } = expansion;
    expect(shifts.length % 2).toBe(0);
    expect(shifts[0]).toBeGreaterThan(0);
    for (let j = 1; j < shifts.length; j++) expect(shifts[j]).toBeGreaterThan(shifts[j - 1]);
    for (const name of names) expect(expansion[name].weights.length).toBe(shifts.length);
  });
});

it('needs 18 shifts at β = 20 and 32 at β = 500 with cutoff 12', () => {
  expect(measurementExpansion(20, 4.5, 1e-9).shifts.length).toBe(18);
  expect(measurementExpansion(500, 12, 1e-9).shifts.length).toBe(32);
});

it('is bit-identical everywhere', () => {
  const bits = ({ shifts, ...expansion }: MeasurementExpansion) =>
    fingerprint([
      ...shifts,
      ...names.flatMap((name) => [expansion[name].constant, expansion[name].slope, ...expansion[name].weights]),
    ]);
  // The value of bits(measurementExpansion(20, 4.5, 1e-9)) of the first version, Node 24 on x86-64.
  expect(bits(measurementExpansion(20, 4.5, 1e-9))).toBe('a5d918d9');
});

it('refuses nonsense', () => {
  expect(() => measurementExpansion(0, 1, 1e-9)).toThrow(InputError);
  expect(() => measurementExpansion(1, Number.NaN, 1e-9)).toThrow(InputError);
});
