/** Curves between points in figures and in words. */
import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { curveFigures } from '../../../src/report/study/curve-figures.ts';
import { curveTexts } from '../../../src/report/study/curve-words.ts';
import type { StudyCurves } from '../../../src/results/study/findings.ts';
import { estimate, rowOf } from './rows.ts';

const T = 'model.temperature';
const J = 'model.coupling';
const KEYS = [T, J];
const TEMPERATURES = [0.1, 0.2, 0.4];
const rows = [1, 2].flatMap((coupling) =>
  TEMPERATURES.map((temperature) => rowOf({ [T]: temperature, [J]: coupling }, { density: estimate(coupling) })),
);

/** Curves of both couplings; that of J = 2 is not reached between its last two points. */
const groups = [1, 2].map(
  (coupling): StudyCurves => ({
    size: [4, 4],
    values: { [J]: coupling },
    absoluteLogPartition: null,
    points: rows.filter(({ values }) => values[J] === coupling).map(({ name }) => name),
    curves: [
      {
        key: T,
        at: { 'model.chemical_potential': 0 },
        x: [0.1, 0.15, 0.2, 0.3, 0.4],
        effective: [900, 700, 900, coupling === 2 ? 3 : 300, 900],
        gaps: coupling === 2 ? [[0.2, 0.4]] : [],
        observables: {
          density: {
            mean: [1, 1, 1, coupling === 2 ? null : 1, 1],
            error: [0.1, 0.1, 0.1, coupling === 2 ? null : 0.1, 0.1],
          },
        },
        logPartition: { mean: [], error: [] },
        specificHeatPeak: null,
      },
    ],
  }),
);

it('draws a band for each group, named by what tells it from the others, with the points on top', () => {
  const [{ name, inline }, ...others] = curveFigures(groups, KEYS, rows, ['density', 'unknown'], 'Source.');
  expect([name, others]).toEqual(['curves-temperature-density', []]);
  for (const words of ['J = 1', 'J = 2']) expect(inline).toContain(`>${words}<`);
  const { document } = parseHTML(`<html><body>${inline}</body></html>`);
  expect(document.querySelectorAll('[aria-label="area"]').length).toBe(2);
  const dots = [...document.querySelectorAll('[aria-label="dot"]')];
  expect(dots.map(({ children }) => children.length)).toEqual([3, 3]);
});

it('draws a curve at a filling by itself, since no point of the sweep is on it', () => {
  const [first] = groups;
  const [along] = first.curves;
  const swept = [0, -1].flatMap((mu) =>
    TEMPERATURES.map((temperature) =>
      rowOf({ [T]: temperature, 'model.chemical_potential': mu }, { density: estimate(1) }),
    ),
  );
  const points = swept.map(({ name }) => name);
  const atFilling = { ...first, points, curves: [along, { ...along, at: { 'model.filling': 0.8 } }] };
  const keys = [T, 'model.chemical_potential'];
  const [{ inline }] = curveFigures([atFilling], keys, swept, ['density'], 'Source.');
  for (const name of ['μ = 0', 'n = 0.8']) expect(inline).toContain(`>${name}<`);
  const { document } = parseHTML(`<html><body>${inline}</body></html>`);
  const dots = [...document.querySelectorAll('[aria-label="dot"]')];
  expect(dots.map(({ children }) => children.length)).toEqual([TEMPERATURES.length]);
});

it('ends a line where the points share too few samples', () => {
  const [{ inline }] = curveFigures(groups, KEYS, rows, ['density'], 'Source.');
  const { document } = parseHTML(`<html><body>${inline}</body></html>`);
  const pieces = [...document.querySelectorAll('[aria-label="line"] path')].map(
    (path) => path.getAttribute('d')?.match(/M/g)?.length,
  );
  expect(pieces).toEqual([1, 2]);
});

it('says which curve is which, and where it is not reached', () => {
  const findings = { crossings: [], withoutCrossing: [], extrapolated: [], curves: groups };
  expect(curveTexts(findings, KEYS, rows)).toEqual([
    [
      'curves between the points, in curves.csv',
      '4 × 4, J = 1: model.temperature from 0.1 to 0.4, model.chemical_potential = 0',
      '4 × 4, J = 2: model.temperature from 0.1 to 0.4, model.chemical_potential = 0, not reached from 0.2 to 0.4',
    ].join('\n'),
  ]);
});
