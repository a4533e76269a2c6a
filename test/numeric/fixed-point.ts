/** Elementary functions in fixed point with 1200 binary places: slow, short, and independent of the code under test. */

const PLACES = 1200n;
const ONE = 1n << PLACES;

/** A double as fixed-point number, exactly (down to 2^-1200). */
export function toFixed(x: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const biased = (bits >> 52n) & 0x7ffn;
  const significand = (bits & 0xfffffffffffffn) | (biased ? 1n << 52n : 0n);
  const shift = PLACES + (biased || 1n) - 1075n;
  const magnitude = shift >= 0n ? significand << shift : significand >> -shift;
  return x < 0 ? -magnitude : magnitude;
}

const multiply = (a: bigint, b: bigint): bigint => (a * b) >> PLACES;

/** Σ z^n Π 1/(divisors), until the terms vanish: the common shape of the series below. */
function series(first: bigint, factor: bigint, divisor: (n: bigint) => bigint): bigint {
  let sum = first;
  let term = first;
  for (let n = 1n; term > 1n || term < -1n; n++) {
    term = multiply(term, factor) / divisor(n);
    sum += term;
  }
  return sum;
}

export function fixedExp(x: bigint): bigint {
  const halvings = 16n;
  let value = series(ONE, x >> halvings, (n) => n);
  for (let i = 0n; i < halvings; i++) value = multiply(value, value);
  return value;
}

/** Machin: π = 16 arctan(1/5) − 4 arctan(1/239). */
export const PI = 16n * arctanOfInverse(5n) - 4n * arctanOfInverse(239n);

function arctanOfInverse(m: bigint): bigint {
  let power = ONE / m;
  let sum = power;
  for (let n = 3n; power !== 0n; n += 2n) {
    power = -power / (m * m);
    sum += power / n;
  }
  return sum;
}

export function fixedSin(x: bigint): bigint {
  const r = x % (2n * PI);
  return series(r, -multiply(r, r), (n) => 2n * n * (2n * n + 1n));
}

export const fixedCos = (x: bigint): bigint => fixedSin(x + PI / 2n);

/** log x from a double close to it: log x = y + log(x e^−y), the last logarithm of a number close to 1. */
export function fixedLog(x: bigint, guess: number): bigint {
  const y = toFixed(guess);
  const excess = multiply(x, fixedExp(-y)) - ONE;
  return y + excess - multiply(excess, excess) / 2n + multiply(excess, multiply(excess, excess)) / 3n;
}

/** |approximation − exact| in units in the last place of the exact value. */
export function errorInUlps(approximation: number, exact: bigint): number {
  const difference = toFixed(approximation) - exact;
  const magnitude = exact < 0n ? -exact : exact;
  const ulp = 1n << BigInt(magnitude.toString(2).length - 53);
  return Math.abs(Number((difference * 1000000n) / ulp)) / 1e6;
}
