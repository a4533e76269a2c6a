/** The values of a range: exact ends, and between them the decimals that a reader would write. */
import { exp, log } from '../numeric/elementary.ts';

export interface Range {
  readonly from: number;
  readonly to: number;
  /** Number of values, 2 or more. */
  readonly points: number;
  readonly spacing: 'linear' | 'geometric';
}

/** Digits that are kept: enough for any grid, few enough to round 0.09000000000000001 to 0.09. */
const DIGITS = 12;

/** The values from `from` to `to`, bit-identical everywhere. A geometric range needs two ends of the same sign. */
export function rangeValues(range: Range): number[] {
  const { from, to, points } = range;
  const between = range.spacing === 'linear' ? linear(range) : geometric(range);
  return Array.from({ length: points }, (_, k) => (k === 0 ? from : k === points - 1 ? to : between(k)));
}

/** Rounded at the digits of the larger end, so that a range through 0 has 0 and not 1e-17. */
function linear({ from, to, points }: Range): (k: number) => number {
  const [, exponent] = Math.max(Math.abs(from), Math.abs(to)).toExponential().split('e');
  const decimals = Math.min(100, Math.max(0, DIGITS - 1 - Number(exponent)));
  return (k) => {
    const weight = k / (points - 1);
    // toFixed gives exponents from 1e21 on, which read back as well. + 0 makes 0 of −0.
    return Number((from * (1 - weight) + to * weight).toFixed(decimals)) + 0;
  };
}

function geometric({ from, to, points }: Range): (k: number) => number {
  const start = log(Math.abs(from));
  const step = (log(Math.abs(to)) - start) / (points - 1);
  return (k) => Number((Math.sign(from) * exp(start + k * step)).toPrecision(DIGITS));
}
