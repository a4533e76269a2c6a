import { type DoubleDouble, divide, multiply, productRounding, subtract, sumRounding } from './arithmetic.ts';

/** A square system in the making: n rows of n coefficients and the right-hand side, upper and lower halves apart. */
interface LinearSystem {
  readonly size: number;
  /** Upper halves of the coefficients, size × (size + 1) row by row; the right-hand side ends each row. */
  readonly high: Float64Array;
  readonly low: Float64Array;
}

export function createLinearSystem(size: number): LinearSystem {
  return { size, high: new Float64Array(size * (size + 1)), low: new Float64Array(size * (size + 1)) };
}

/** Coefficients of one equation, its right-hand side last. */
export function setRow(system: LinearSystem, row: number, values: readonly DoubleDouble[]): void {
  const start = row * (system.size + 1);
  values.forEach((value, column) => {
    system.high[start + column] = value.high;
    system.low[start + column] = value.low;
  });
}

function element({ size, high, low }: LinearSystem, row: number, column: number): DoubleDouble {
  const at = row * (size + 1) + column;
  return { high: high[at], low: low[at] };
}

/** Gaussian elimination with row pivoting; destroys the system. A singular one gives NaN or infinities. */
export function solveLinearSystem(system: LinearSystem): DoubleDouble[] {
  for (let k = 0; k < system.size; k++) {
    swapRows(system, k, pivotRow(system, k));
    for (let i = k + 1; i < system.size; i++)
      subtractMultiple(system, i, k, divide(element(system, i, k), element(system, k, k)));
  }
  return substituteBack(system);
}

function pivotRow({ size, high }: LinearSystem, k: number): number {
  let best = k;
  for (let i = k + 1; i < size; i++)
    if (Math.abs(high[i * (size + 1) + k]) > Math.abs(high[best * (size + 1) + k])) best = i;
  return best;
}

function swapRows({ size, high, low }: LinearSystem, a: number, b: number): void {
  const width = size + 1;
  for (const half of [high, low]) {
    const row = half.slice(a * width, (a + 1) * width);
    half.copyWithin(a * width, b * width, (b + 1) * width);
    half.set(row, b * width);
  }
}

/** Row i −= factor · row k, from column k on: the inner loop, hence without objects. */
function subtractMultiple({ size, high, low }: LinearSystem, i: number, k: number, factor: DoubleDouble): void {
  const fHigh = -factor.high;
  const fLow = -factor.low;
  const toK = (k - i) * (size + 1);
  const end = (i + 1) * (size + 1);
  for (let at = i * (size + 1) + k; at < end; at++) {
    const a = high[at + toK];
    const product = fHigh * a;
    const sum = high[at] + product;
    const rounding = productRounding(fHigh, a, product) + sumRounding(high[at], product, sum);
    const rest = rounding + (low[at] + (fHigh * low[at + toK] + fLow * a));
    high[at] = sum + rest;
    low[at] = rest - (high[at] - sum);
  }
}

function substituteBack(system: LinearSystem): DoubleDouble[] {
  const { size } = system;
  const solution = new Array<DoubleDouble>(size);
  for (let i = size - 1; i >= 0; i--) {
    let rest = element(system, i, size);
    for (let j = i + 1; j < size; j++) rest = subtract(rest, multiply(element(system, i, j), solution[j]));
    solution[i] = divide(rest, element(system, i, i));
  }
  return solution;
}
