import { expect, it } from 'vitest';
import { perturbDirection, randomDirection } from '../../src/numeric/directions.ts';
import { fillNormal } from '../../src/numeric/normal.ts';
import { philoxStream } from '../../src/numeric/philox.ts';

const COUNT = 60000;

/** Pearson's χ² of cell counts against equal probabilities, in sigmas of its normal limit. */
function chiSquareInSigmas(cells: ArrayLike<number>): number {
  const counts = Array.from(cells);
  const expected = counts.reduce((a, b) => a + b) / counts.length;
  const chiSquare = counts.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
  const freedom = counts.length - 1;
  return (chiSquare - freedom) / Math.sqrt(2 * freedom);
}

/** 64 cells of equal area: eight bands in z, eight sectors in azimuth. */
function cell([x, y, z]: ArrayLike<number> & Iterable<number>): number {
  const band = Math.min(7, Math.floor(4 * (z + 1)));
  return 8 * band + Math.min(7, Math.floor((4 / Math.PI) * (Math.atan2(y, x) + Math.PI)));
}

it('fills the sphere evenly', () => {
  const random = philoxStream(2023, 2);
  const cells = new Float64Array(64);
  const out = new Float64Array(3);
  for (let i = 0; i < COUNT; i++) {
    randomDirection(random, out, 0);
    expect(Math.abs(out[0] * out[0] + out[1] * out[1] + out[2] * out[2] - 1)).toBeLessThan(1e-15);
    cells[cell(out)]++;
  }
  expect(Math.abs(chiSquareInSigmas(cells))).toBeLessThan(4);
});

it('small moves keep the even distribution, as a symmetric proposal must', () => {
  const random = philoxStream(2023, 3);
  const cells = new Float64Array(64);
  const spins = new Float64Array(9);
  for (let i = 0; i < COUNT; i++) {
    randomDirection(random, spins, 3);
    perturbDirection(random, 0.7, spins, 3, spins, 6);
    cells[cell(spins.subarray(6))]++;
  }
  expect(Math.abs(chiSquareInSigmas(cells))).toBeLessThan(4);
});

it('moves by the amplitude', () => {
  const random = philoxStream(2023, 4);
  const from = Float64Array.of(0.36, 0.48, 0.8);
  const out = new Float64Array(3);
  const amplitude = 0.01;
  let sum = 0;
  for (let i = 0; i < COUNT; i++) {
    perturbDirection(random, amplitude, from, 0, out, 0);
    sum += (out[0] - from[0]) ** 2 + (out[1] - from[1]) ** 2 + (out[2] - from[2]) ** 2;
  }
  // Two tangential components: mean 2a², variance 4a⁴, up to relative corrections of order a².
  expect(Math.abs(sum / COUNT / (2 * amplitude ** 2) - 1) * Math.sqrt(COUNT)).toBeLessThan(4);
});

it('normal numbers have the moments of a normal distribution', () => {
  const normal = new Float64Array(2 * COUNT);
  fillNormal(philoxStream(2023, 5), normal);
  const moment = (n: number) => normal.reduce((sum, x) => sum + x ** n, 0) / normal.length;
  const root = Math.sqrt(normal.length);
  // Var x^n = (2n − 1)!! − ((n − 1)!!)² (second term for even n only).
  expect(Math.abs(moment(1)) * root).toBeLessThan(4);
  expect((Math.abs(moment(2) - 1) * root) / Math.sqrt(2)).toBeLessThan(4);
  expect((Math.abs(moment(3)) * root) / Math.sqrt(15)).toBeLessThan(4);
  expect((Math.abs(moment(4) - 3) * root) / Math.sqrt(96)).toBeLessThan(4);
  const products = normal.reduce((sum, x, i) => sum + (i % 2 ? x * normal[i - 1] : 0), 0) / COUNT;
  expect(Math.abs(products) * Math.sqrt(COUNT)).toBeLessThan(4);
});

it('fills any part of an array with the same numbers', () => {
  const whole = new Float64Array(4);
  const part = new Float64Array(6).fill(9);
  fillNormal(philoxStream(1, 1), whole);
  fillNormal(philoxStream(1, 1), part, 1, 4);
  expect(Array.from(part)).toEqual([9, ...whole.slice(0, 3), 9, 9]);
});
