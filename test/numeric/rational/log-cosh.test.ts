import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/errors.ts';
import { philoxStream } from '../../../src/numeric/philox.ts';
import { minimaxFit } from '../../../src/numeric/rational/exchange.ts';
import { type LogCoshExpansion, logCoshExpansion } from '../../../src/numeric/rational/log-cosh.ts';
import { fingerprint } from '../fingerprint.ts';

const random = philoxStream(2023, 6);
const logUniform = (low: number, high: number): number => low * (high / low) ** random.nextUniform();

const exact = (beta: number, level: number): number => (beta * level) / 2 + Math.log1p(Math.exp(-beta * level));

function approximate({ constant, slope, shifts, residues }: LogCoshExpansion, level: number): number {
  const x = level * level;
  return residues.reduce((sum, r, j) => sum + r * Math.log1p(x / (shifts[j] * shifts[j])), constant + slope * x);
}

function approximateFermi({ beta, slope, shifts, residues }: LogCoshExpansion, level: number): number {
  const x = level * level;
  const derivative = residues.reduce((sum, r, j) => sum + r / (shifts[j] * shifts[j] + x), slope);
  return 0.5 - ((2 * level) / beta) * derivative;
}

/** Random levels of every scale, the ends included. */
function levels(beta: number, cutoff: number): number[] {
  const evenly = Array.from({ length: 400 }, () => cutoff * random.nextUniform());
  const closeToZero = Array.from({ length: 200 }, () => Math.min(cutoff, logUniform(1e-6, 30) / beta));
  const closeToTheCutoff = Array.from({ length: 100 }, () => cutoff * (1 - logUniform(1e-9, 0.1)));
  return [0, cutoff, ...evenly, ...closeToZero, ...closeToTheCutoff];
}

const cases = [
  [0.1, 0.5, 1e-12],
  [1, 4.5, 0],
  [20, 4.5, 1e-8 / 72],
  [20, 4.5, 1e-8 / 800],
  [500, 20, 1e-10],
  ...Array.from({ length: 20 }, () => [logUniform(0.1, 500), logUniform(0.5, 20), logUniform(1e-13, 1e-5)]),
];

describe.each(cases)('β = %d, cutoff %d, tolerance %d', (beta, cutoff, tolerance) => {
  const expansion = logCoshExpansion(beta, cutoff, tolerance);
  const { shifts, residues, levelError, fermiError } = expansion;

  it('meets its error bounds', () => {
    for (const level of levels(beta, cutoff)) {
      expect(Math.abs(exact(beta, level) - approximate(expansion, level))).toBeLessThanOrEqual(levelError);
      const fermi = 1 / (1 + Math.exp(beta * level));
      expect(Math.abs(fermi - approximateFermi(expansion, level))).toBeLessThanOrEqual(fermiError);
    }
  });

  it('meets the tolerance, or what rounding allows', () => {
    expect(levelError).toBeLessThanOrEqual(Math.max(tolerance, 5e-16 * (1 + beta * cutoff)));
  });

  it('has an even number of ascending positive shifts and positive residues, and no two could be spared', () => {
    expect(shifts.length % 2).toBe(0);
    expect(residues.length).toBe(shifts.length);
    expect(Math.min(...shifts, ...residues)).toBeGreaterThan(0);
    for (let j = 1; j < shifts.length; j++) expect(shifts[j]).toBeGreaterThan(shifts[j - 1]);
    if (shifts.length > 2)
      expect(minimaxFit(beta * cutoff, shifts.length - 2, Math.max(tolerance, levelError))).toBeUndefined();
  });
});

it('equioscillates: 2P + 3 alternating extrema of almost equal size, so no better fit exists', () => {
  const expansion = logCoshExpansion(20, 4.5, 1e-9);
  const extrema: number[] = [];
  for (let i = 0; i <= 20000; i++) {
    const level = (4.5 * i) / 20000;
    const error = exact(20, level) - approximate(expansion, level);
    const last = extrema.length - 1;
    if (last < 0 || error * extrema[last] < 0) extrema.push(error);
    else if (Math.abs(error) > Math.abs(extrema[last])) extrema[last] = error;
  }
  expect(expansion.shifts.length).toBe(8);
  expect(extrema.length).toBe(2 * 8 + 3);
  for (const extremum of extrema) expect(Math.abs(extremum) / expansion.levelError).toBeGreaterThan(0.95);
});

it('scales: only β·cutoff matters', () => {
  const expansion = logCoshExpansion(20, 4.5, 1e-10);
  const scaled = logCoshExpansion(5, 18, 1e-10);
  expect(Array.from(scaled.residues)).toEqual(Array.from(expansion.residues));
  expect(Array.from(scaled.shifts)).toEqual(Array.from(expansion.shifts, (w) => 4 * w));
  expect(scaled.slope).toBe(expansion.slope / 16);
});

it('has the lowest Matsubara frequencies as poles', () => {
  const { shifts, residues } = logCoshExpansion(20, 4.5, 1e-10);
  expect(shifts[0]).toBeCloseTo(Math.PI / 20, 10);
  expect(shifts[1]).toBeCloseTo((3 * Math.PI) / 20, 6);
  expect(residues[0]).toBeCloseTo(1, 8);
});

it('is bit-identical everywhere', () => {
  // fingerprint([constant, slope, ...shifts, ...residues]) of the code of its first version, Node 24 on x86-64.
  const bits = ([beta, cutoff, tolerance]: number[]) => {
    const { constant, slope, shifts, residues } = logCoshExpansion(beta, cutoff, tolerance);
    return fingerprint([constant, slope, ...shifts, ...residues]);
  };
  expect(bits([20, 4.5, 1e-10])).toBe('f40f0104');
  expect(bits([100, 12, 1e-9])).toBe('63aa11bc');
});

it.each([
  [0, 1],
  [-1, 1],
  [1, -1],
  [NaN, 1],
  [1, Infinity],
])('refuses β = %d with cutoff %d', (beta, cutoff) => {
  expect(() => logCoshExpansion(beta, cutoff, 1e-9)).toThrow(InputError);
});
