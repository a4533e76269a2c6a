/** Ranks by the bits of doubles, against comparisons of their values. */
import { expect, it } from 'vitest';
import { philoxStream } from '../../src/numeric/philox.ts';
import { normalQuantile } from '../../src/statistics/normal-quantile.ts';
import { median, normalScores } from '../../src/statistics/ranks.ts';
import { foldedOrder, sortedOrder } from '../../src/statistics/sorted-order.ts';

const random = philoxStream(7, 1);
const drawn = (count: number, value: () => number) => Float64Array.from({ length: count }, value);

const SERIES: Readonly<Record<string, Float64Array>> = {
  empty: new Float64Array(),
  'a single value': Float64Array.of(-3),
  'equal values': new Float64Array(100).fill(0.1),
  'both zeros': drawn(100, () => (random.nextUniform() < 0.5 ? -0 : 0)),
  'the ends of the range': Float64Array.of(Infinity, -5e-324, 5e-324, -Infinity, 1.7976931348623157e308, 0, -0, -1),
  'neighbouring doubles': drawn(1000, () => 1 + Math.floor(64 * random.nextUniform()) * 2.220446049250313e-16),
  'the same to eight digits, but for a few': drawn(5000, () =>
    random.nextUniform() < 0.01 ? 1000 * random.nextUniform() : 1 + 1e-8 * random.nextUniform(),
  ),
  ties: drawn(5000, () => Math.floor(40 * random.nextUniform()) / 7 - 3),
  'all different': drawn(5000, () => random.nextUniform() - 0.3),
  'many magnitudes, both signs': drawn(
    5000,
    () => (random.nextUniform() - 0.5) * 2 ** Math.floor(2000 * random.nextUniform() - 1000),
  ),
};

/** By the definition: a stable sort by comparisons. */
const plainIndex = (values: Float64Array) =>
  Array.from(values.keys()).sort((i, j) => (values[i] < values[j] ? -1 : values[i] > values[j] ? 1 : i - j));

it.each(Object.entries(SERIES))('sorts as comparisons do, and is stable: %s', (_, values) => {
  const { sorted, index } = sortedOrder(values);
  const expected = plainIndex(values);
  expect(Array.from(index)).toEqual(expected);
  expect(Array.from(sorted)).toEqual(expected.map((i) => values[i] + 0));
});

it.each(Object.entries(SERIES))('the ranks of distances are those of distances that are sorted: %s', (_, values) => {
  const finite = values.filter(Number.isFinite);
  for (const centre of [median(finite.toSorted()), -1e9, 0, 0.25, 1e9]) {
    const folded = foldedOrder(sortedOrder(finite), centre);
    const plain = sortedOrder(finite.map((value) => Math.abs(value - centre)));
    expect(folded.sorted).toEqual(plain.sorted);
    expect(normalScores(folded)).toEqual(normalScores(plain));
  }
});

it('sorts part of a larger array', () => {
  const values = SERIES.ties.subarray(17, 4000);
  expect(Array.from(sortedOrder(values).index)).toEqual(plainIndex(values));
});

it('sorts several arrays as one', () => {
  const values = SERIES['all different'];
  const parts = [values.subarray(0, 1234), new Float64Array(), values.subarray(1234)];
  expect(Array.from(sortedOrder(...parts).index)).toEqual(plainIndex(values));
});

/** One more than the smaller values, and half of the equal ones. */
function rankIn(values: Float64Array, value: number): number {
  const smaller = values.filter((other) => other < value).length;
  const equal = values.filter((other) => other === value).length;
  return smaller + (equal + 1) / 2;
}

it.each(Object.entries(SERIES))('normal scores are those of the ranks, to the last bit: %s', (_, values) => {
  const expected = values.map((value) => normalQuantile((rankIn(values, value) - 0.375) / (values.length + 0.25)));
  expect(normalScores(sortedOrder(values))).toEqual(expected);
  // Those of the same length again, which are known.
  expect(normalScores(sortedOrder(values))).toEqual(expected);
});
