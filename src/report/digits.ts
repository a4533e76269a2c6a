/** Numbers with as many digits as are known. */

const SIGNIFICANT = 15;
const MOST_DECIMALS = 14;

/** The digits of `value` down to the first that an error of `bound` can touch; NaN is a dash. */
export function withinBound(value: number, bound: number): string {
  if (!Number.isFinite(value)) return '–';
  const known = bound > 0 ? Math.floor(-Math.log10(bound)) : MOST_DECIMALS;
  return fixed(value, known);
}

/** A number with `decimals` digits after the point, fewer where a double does not hold as many; −0 is 0. */
export function fixed(value: number, decimals: number): string {
  const whole = Math.max(1, Math.ceil(Math.log10(Math.abs(value) || 1)));
  const shown = Math.max(0, Math.min(decimals, MOST_DECIMALS, SIGNIFICANT - whole));
  const text = value.toFixed(shown);
  return Number(text) === 0 ? (0).toFixed(shown) : text;
}

/** A bound, rounded up to two digits. */
export function upperBound(bound: number): string {
  if (bound === 0 || !Number.isFinite(bound)) return String(bound);
  const unit = 10 ** (Math.floor(Math.log10(bound)) - 1);
  return (Math.ceil(bound / unit) * unit).toExponential(1);
}
