import { highWord, powerOfTwo } from '../elementary/bits.ts';
import { add, type DoubleDouble, divide, fromDouble, multiply, ONE, subtract, ZERO } from './arithmetic.ts';

const THIRD = divide(ONE, fromDouble(3));
const FIFTH = divide(ONE, fromDouble(5));
/** The table below knows the logarithms of 1, 1 + 1/64, …, 2. */
const INTERVALS = 64;
const logarithms = tabulateLogarithms();
export const LN2 = logarithms[INTERVALS];

/** The logarithms log((64 + j + 1)/(64 + j)) = 2 artanh(1/(129 + 2j)), summed up. */
function tabulateLogarithms(): DoubleDouble[] {
  const table = [ZERO];
  for (let j = 0; j < INTERVALS; j++)
    table.push(add(table[j], twiceArtanh(divide(ONE, fromDouble(2 * INTERVALS + 1 + 2 * j)))));
  return table;
}

/** 2 artanh s = 2 (s + s³/3 + s⁵/5 + …) for |s| ≤ 1/128; from the seventh power on, double precision is enough. */
function twiceArtanh(s: DoubleDouble): DoubleDouble {
  const z = multiply(s, s);
  const x = z.high;
  const tail = 1 / 7 + x * (1 / 9 + x * (1 / 11 + x * (1 / 13 + x * (1 / 15 + x / 17))));
  const series = add(ONE, multiply(z, add(THIRD, multiply(z, add(FIFTH, multiply(z, fromDouble(tail)))))));
  return multiply(add(s, s), series);
}

/** The natural logarithm of a > 0, to about 10⁻³⁰. */
export function logarithm(a: DoubleDouble): DoubleDouble {
  const exponent = (highWord(a.high) >> 20) - 1023;
  const scale = powerOfTwo(-exponent);
  const significand = { high: a.high * scale, low: a.low * scale };
  const j = Math.floor((significand.high - 1) * INTERVALS + 0.5);
  const node = fromDouble(1 + j / INTERVALS);
  const fraction = twiceArtanh(divide(subtract(significand, node), add(significand, node)));
  return add(multiply(LN2, fromDouble(exponent)), add(logarithms[j], fraction));
}

const HALVINGS = 6;
const TERMS = 12;
/** Exponents below this make e^a negligible beside 1 even in double-double. */
const NEGLIGIBLE = -80;

/** The exponential of a ≤ 0, to about 10⁻³⁰. */
export function exponential(a: DoubleDouble): DoubleDouble {
  if (a.high < NEGLIGIBLE) return ZERO;
  const k = Math.floor(a.high / LN2.high + 0.5);
  const reduced = subtract(a, multiply(LN2, fromDouble(k)));
  const r = multiply(reduced, fromDouble(powerOfTwo(-HALVINGS)));
  let value = ONE;
  for (let n = TERMS; n > 0; n--) value = add(ONE, divide(multiply(r, value), fromDouble(n)));
  for (let i = 0; i < HALVINGS; i++) value = multiply(value, value);
  return multiply(value, fromDouble(powerOfTwo(k)));
}
