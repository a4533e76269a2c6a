import { expect, it } from 'vitest';
import { zolotarevFrequencies, zolotarevPoints } from '../../../src/numeric/rational/zolotarev.ts';

it.each([
  [0.1, 3],
  [90, 3],
  [6000, 10],
])('points between 0 and %d ascend and obey the inversion symmetry of the two intervals', (largest, gap) => {
  const points = zolotarevPoints(largest, gap, 21);
  expect([points[0], points[20]]).toEqual([0, largest]);
  for (let j = 1; j < 21; j++) expect(points[j]).toBeGreaterThan(points[j - 1]);
  // The Möbius map that exchanges the ends 0 and largest² of the interval and keeps the poles: (x + gap²)(x' + gap²) is constant.
  const product = gap ** 2 * (largest ** 2 + gap ** 2);
  for (let j = 0; j < 21; j++)
    expect(((points[j] ** 2 + gap ** 2) * (points[20 - j] ** 2 + gap ** 2)) / product).toBeCloseTo(1, 9);
});

it('becomes the extrema of a Chebyshev polynomial in u² when the poles are far away', () => {
  const points = zolotarevPoints(1, 1e4, 9);
  for (let j = 0; j < 9; j++) expect(points[j] ** 2).toBeCloseTo((1 - Math.cos((Math.PI * j) / 8)) / 2, 6);
});

it('poles lie beyond the gap, and the rational function they make with its zeros equioscillates', () => {
  const [largest, gap, count] = [90, 3, 8];
  const frequencies = zolotarevFrequencies(largest, gap, count);
  const points = zolotarevPoints(largest, gap, 2 * count + 1);
  expect(frequencies[0]).toBeGreaterThan(gap);
  // Zeros are the points with odd index, extrema those with even index.
  const size = (u: number) =>
    frequencies.reduce(
      (product, omega, j) => (product * (u * u - points[2 * j + 1] ** 2)) / (u * u + omega * omega),
      1,
    );
  const extrema = Array.from({ length: count + 1 }, (_, j) => size(points[2 * j]));
  for (let j = 0; j < count; j++) expect(extrema[j + 1] / extrema[j]).toBeCloseTo(-1, 6);
});
