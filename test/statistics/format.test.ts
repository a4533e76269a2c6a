import { expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { formatBound, formatConstant, formatWithError } from '../../src/statistics/format.ts';
import { autoregressive } from './series.ts';

it.each([
  // One digit of the error; two when the first is a 1.
  [0.29131, 0.00031, '0.2913(3)'],
  [0.29131, 0.00012, '0.29131(12)'],
  [-0.56, 0.0123, '-0.560(12)'],
  // Rounding the error up to the next power of ten, and from 1.9… to 2.
  [0.29131, 0.0996, '0.29(10)'],
  [0.29131, 0.096, '0.29(10)'],
  [0.29131, 0.0194, '0.291(19)'],
  [0.29131, 0.0196, '0.29(2)'],
  [12.34, 0.96, '12.3(1.0)'],
  [1234, 96, '1230(100)'],
  // Errors of 1 and more.
  [12.34, 1.23, '12.3(1.2)'],
  [12.34, 3.4, '12(3)'],
  [123.4, 12.3, '123(12)'],
  [1234, 34, '1230(30)'],
  [1234.5, 123, '1230(120)'],
  [123456, 1200, '123500(1200)'],
  [12345678.9, 0.02, '12345678.90(2)'],
  // More than two zeros of padding: an exponent.
  [123456, 12000, '1.23(12)e5'],
  [1e22, 1e10, '1.0000000000000(10)e22'],
  [1e300, 1e298, '1.000(10)e300'],
  [Number.MAX_VALUE, 1e307, '1.80(10)e308'],
  // Small numbers; the exponent is that of the larger one, after rounding.
  [0.001, 2e-9, '0.001000000(2)'],
  [1.2345e-9, 3e-12, '1.234(3)e-9'],
  [9.9999e-5, 3e-8, '0.00010000(3)'],
  [9.9999e-6, 3e-9, '1.0000(3)e-5'],
  [3e-12, 1.2e-9, '0.0(1.2)e-9'],
  [0, 9.96e-10, '0.0(1.0)e-9'],
  [0, 5e-324, '0(5)e-324'],
  // The error is larger than the mean.
  [9.96, 30, '10(30)'],
  [-0.0001, 0.02, '0.00(2)'],
  [-0.3, 34, '0(30)'],
  // No error, or one below the resolution of doubles.
  [1, 0, '1(0)'],
  [-0, 0, '0(0)'],
  [0.1, 0, '0.1(0)'],
  [1, 1e-17, '1(0)'],
  [0.3465003465003465, 0, '0.3465003465(0)'],
  [-1234.5678901234567, 0, '-1234.56789(0)'],
  [1e-12 / 3, 0, '3.333333333e-13(0)'],
  // Not finite.
  [NaN, 1, 'NaN(1)'],
  [1, NaN, '1(NaN)'],
  [0.5, Infinity, '0.5(∞)'],
  [-Infinity, NaN, '-∞(NaN)'],
])('writes %d ± %d as %s', (mean, error, text) => {
  expect(formatWithError(mean, error)).toBe(text);
});

it('refuses a negative error', () => {
  expect(() => formatWithError(1, -1)).toThrow(InputError);
});

/** The numbers that a text stands for. */
function parse(text: string): { mean: number; error: number } {
  const [, mean, error, exponent = '0'] = /^(-?[\d.]+)\(([\d.]+)\)(?:e(-?\d+))?$/.exec(text) as RegExpExecArray;
  const decimals = mean.split('.')[1]?.length ?? 0;
  const scale = 10 ** Number(exponent);
  return { mean: Number(mean) * scale, error: Number(error) * (error.includes('.') ? 1 : 10 ** -decimals) * scale };
}

it('can be read back: the error to 5 %, or 25 % at one digit, the mean within a fraction of the error', () => {
  const numbers = autoregressive(3000, 0, 1);
  for (let k = 0; k < 1500; k++) {
    const mean = numbers[k] * 10 ** (5 * numbers[k + 1]);
    const error = Math.abs(numbers[k + 1500] * 10 ** (3 * numbers[k]) * mean) + 1e-12 * Math.abs(mean);
    const read = parse(formatWithError(mean, error));
    expect(Math.abs(read.error / error - 1)).toBeLessThanOrEqual(0.25);
    expect(Math.abs(read.mean - mean) / error).toBeLessThan(0.51 / 1.9);
  }
});

it.each([
  [4e-9, '4e-9'],
  [4.0000001e-9, '5e-9'],
  [9.2e-7, '0.000001'],
  [0.0123, '0.02'],
  [3, '3'],
])('rounds the bound %d up to %s', (bound, text) => {
  expect(formatBound(bound)).toBe(text);
});

it.each([
  [1, 1e-14, '1(0)'],
  [1e-17, 1e-15, '0(0)'],
  [1e-12, 1e-27, '1e-12(0)'],
  [1.00000000012, 3e-9, '1.000000000(3)'],
  [NaN, 0, 'undefined'],
])('writes the constant %d known to %d as %s', (mean, resolution, text) => {
  expect(formatConstant(mean, resolution)).toBe(text);
});
