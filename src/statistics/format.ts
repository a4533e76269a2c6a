import { InputError } from '../errors.ts';

/** Numbers below this power of ten get an exponent, as do those of which more than two digits before the point would be meaningless zeros. */
const SMALLEST_EXPONENT = -4;
const MOST_PADDING = 2;
/** Doubles hold no more digits before the point. */
const LARGEST_EXPONENT = 15;
const RESOLUTION = 2.220446049250313e-16;

/**
 * The mean with its error in units of the last digits: 0.2913(3), 0.29(10), 12.3(1.2), 123(12), 1.235(3)e-9.
 *
 * The error has one digit, two where the first is a 1; an error of 1 or more is written with its point. Without an error, or with one
 * below the resolution of doubles, the mean is a constant: 1(0). What is not finite reads NaN or ∞.
 */
export function formatWithError(mean: number, error: number): string {
  if (error < 0) throw new InputError(`An error is not negative: ${error}.`);
  if (!Number.isFinite(mean) || !Number.isFinite(error)) return `${plainText(mean)}(${plainText(error)})`;
  if (error <= RESOLUTION * Math.abs(mean)) return formatConstant(mean, error);
  const decimals = decimalsOf(error);
  const exponent = Math.max(roundedExponent(mean, decimals), roundedExponent(error, decimals));
  if (exponent >= SMALLEST_EXPONENT && exponent < LARGEST_EXPONENT && decimals >= -MOST_PADDING)
    return fixed(mean, error, decimals);
  return `${fixed(shift(mean, -exponent), shift(error, -exponent), decimals + exponent)}e${exponent}`;
}

/** Digits of a constant, as many as anyone compares; below the size of their unit, numbers of order 1 differ by rounding. */
const CONSTANT_DIGITS = 10;
const NEGLIGIBLE = 1e-11;

/**
 * A number that does not fluctuate and is known to `resolution`: 0.3465003465(0), with at most ten digits, or 1.000000000(2) where the resolution shows. It is
 * 0(0) when it is below a resolution that is rounding.
 */
export function formatConstant(mean: number, resolution: number): string {
  if (Number.isNaN(mean)) return 'undefined';
  if (resolution > NEGLIGIBLE * Math.max(1, Math.abs(mean))) return formatWithError(mean, resolution);
  const known = Math.abs(mean) <= resolution ? 0 : Number(mean.toPrecision(CONSTANT_DIGITS));
  return `${plainText(known)}(0)`;
}

/** An upper bound, rounded up to one digit: 4e-9, 0.02. */
export function formatBound(bound: number): string {
  const exponent = exponentOf(bound);
  const digit = Math.ceil(Number(shift(bound, -exponent).toPrecision(CONSTANT_DIGITS)));
  return String(shift(digit, exponent));
}

/** Digits after the point when the error is rounded to one digit, or to two that start with 1; negative before the point. */
function decimalsOf(error: number): number {
  const [digits, exponent] = error.toExponential(1).split('e');
  return digits[0] === '1' ? 1 - Number(exponent) : -Number(exponent);
}

function fixed(mean: number, error: number, decimals: number): string {
  const places = Math.max(0, decimals);
  const errorText = rounded(error, decimals).toFixed(places);
  const meanText = withoutMinusZero(rounded(mean, decimals).toFixed(places));
  return `${meanText}(${Number(errorText) >= 1 ? errorText : errorText.slice(2).replace(/^0+/, '')})`;
}

/** A number rounded to tens or hundreds where `decimals` is negative; `toFixed` rounds all others. */
function rounded(value: number, decimals: number): number {
  return decimals >= 0 ? value : shift(Number(shift(value, decimals).toFixed(0)), -decimals);
}

/** The exponent of x = d.ddd · 10^exponent; 0 for zero. */
function exponentOf(value: number): number {
  return Number(value.toExponential().split('e')[1]);
}

/** The exponent once the number is rounded to so many decimals: 9.996e-5 may become 1.00e-4. */
function roundedExponent(value: number, decimals: number): number {
  if (value === 0) return -Infinity;
  const digits = Math.max(0, exponentOf(value) + decimals);
  return Number(value.toExponential(digits).split('e')[1]);
}

/** The product value · 10^power, rounded once: the decimal point of the shortest text moves. */
function shift(value: number, power: number): number {
  const [digits, exponent] = value.toExponential().split('e');
  return Number(`${digits}e${Number(exponent) + power}`);
}

function withoutMinusZero(text: string): string {
  return Number(text) === 0 ? text.replace('-', '') : text;
}

function plainText(value: number): string {
  return withoutMinusZero(String(value)).replace('Infinity', '∞');
}
