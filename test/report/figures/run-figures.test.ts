/** What the pictures of a run are made from: thinned series, autocorrelations, spins. */
import { expect, it } from 'vitest';
import { createLattice } from '../../../src/lattice/create.ts';
import type { LatticeSpec } from '../../../src/lattice/lattice.ts';
import { autocorrelationFigure } from '../../../src/report/figures/autocorrelation.ts';
import { blockMeans, seriesFigure } from '../../../src/report/figures/series.ts';
import { spinsSvg } from '../../../src/report/figures/spins.ts';
import { autoregressive, autoregressiveTau } from '../../statistics/series.ts';

it('shows long chains by means of consecutive samples', () => {
  expect(blockMeans(Float64Array.of(1, 3, 5, 7, 9), 2)).toEqual([
    { x: 1, y: 2 },
    { x: 3, y: 6 },
  ]);
  const chains = [autoregressive(5000, 0.5, 1), autoregressive(3000, 0.5, 2), new Float64Array()];
  const { series, caption, references } = seriesFigure({ label: 'x' }, chains, 500);
  expect(series.map(({ points }) => points.length)).toEqual([119, 71, 0]);
  expect(caption).toContain('means of 42 samples');
  expect(references).toMatchObject([{ axis: 'x', value: 500 }]);
});

it('shows the autocorrelation that the series has, and its τ', () => {
  const [a, count] = [0.7, 100_000];
  const { series, caption, references } = autocorrelationFigure([
    { label: 'x', chains: [autoregressive(count, a, 3)] },
  ]);
  const [{ points }] = series;
  expect(points[0]).toEqual({ x: 0, y: 1 });
  // M. S. Bartlett: the errors of neighbouring lags are correlated, and none exceeds √(2τ/N) by much.
  const error = Math.sqrt((2 * autoregressiveTau(a)) / count);
  for (const { x, y } of points) expect(Math.abs(y - a ** x)).toBeLessThan(4 * error);
  expect(references?.[0].value).toBeGreaterThan(5);
  expect(Number(/τ = ([\d.]+)/.exec(caption)?.[1])).toBeCloseTo(autoregressiveTau(a), 0);
  const constant = autocorrelationFigure([{ label: 'x', chains: [new Float64Array(100).fill(2)] }]);
  expect(constant.series[0].points.slice(0, 2).map(({ y }) => y)).toEqual([1, 0]);
});

it.each<[LatticeSpec, arrows: number, bonds: number]>([
  [{ kind: 'square', size: [4, 3] }, 12, 17],
  [{ kind: 'chain', size: [5] }, 5, 4],
  [{ kind: 'triangular', size: [3, 3] }, 9, 16],
  [{ kind: 'honeycomb', size: [2, 2] }, 8, 8],
  [{ kind: 'kagome', size: [2, 2] }, 12, 17],
  [{ kind: 'cubic', size: [3, 2, 4] }, 6, 7],
])('draws every spin of %o once, and the bonds within', (spec, arrows, bonds) => {
  const lattice = createLattice(spec);
  const spins = new Float64Array(3 * lattice.siteCount).map((_, k) => (k % 3 === 0 ? 1 : 0));
  const svg = spinsSvg({ spins, lattice, width: 400 });
  const [, height] = /viewBox="0 0 400 ([\d.]+)"/.exec(svg) ?? [];
  const places = [...svg.matchAll(/translate\(([\d.-]+),([\d.-]+)\) rotate\(0\.00\)/g)].map(([, x, y]) => [+x, +y]);
  expect(places.length).toBe(arrows);
  expect(new Set(places.map(String)).size).toBe(arrows);
  for (const [x, y] of places) expect(x > 0 && x < 400 && y > 0 && y < Number(height)).toBe(true);
  expect(svg.match(/<line /g)?.length).toBe(bonds);
});

it('points up the page for +y, and tells ±z by colour', () => {
  const lattice = createLattice({ kind: 'chain', size: [3] });
  const svg = spinsSvg({ spins: Float64Array.of(0, 1, 0, 0, 0, 1, 0, 0, -1), lattice });
  // SVG turns clockwise: a quarter turn back is upwards.
  expect(svg).toContain('rotate(-90.00)');
  const colours = [...svg.matchAll(/<circle r="[\d.]+" fill="(#\w+)"/g)].map(([, colour]) => colour);
  expect(new Set(colours).size).toBe(3);
});
