/** Points of a study as curves and figures. */
import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { isGeometric, studyCurves } from '../../../src/report/study/study-curves.ts';
import { studyFigures } from '../../../src/report/study/study-figures.ts';
import { constant, estimate, INSUFFICIENT, rowOf } from './rows.ts';

const T = 'model.temperature';
const SIZE = 'lattice.size';
const rows = [0.2, 0.1].flatMap((temperature) =>
  [4, 6].map((length) => rowOf({ [SIZE]: [length, length], [T]: temperature }, { density: estimate(length) })),
);

it('has a curve per size against the temperature, ascending', () => {
  const found = studyCurves([SIZE, T], rows);
  expect(found?.axis.label).toBe('temperature T');
  expect(found?.curves.map(({ name, points }) => [name, points.map(({ x }) => x)])).toEqual([
    ['4 × 4', [0.1, 0.2]],
    ['6 × 6', [0.1, 0.2]],
  ]);
});

it('takes the first key with several numbers, and names curves by the others that have several values', () => {
  const of = (coupling: number, temperature: number) => ({
    'model.coupling': coupling,
    'model.field': [0],
    [T]: temperature,
  });
  const four = [of(1, 0.1), of(1, 0.2), of(2, 0.1), of(2, 0.2)].map((values) => rowOf(values, {}));
  const found = studyCurves(['model.coupling', 'model.field', T], four);
  expect([found?.axis.label, found?.curves.map(({ name }) => name)]).toEqual(['coupling J', ['T = 0.1', 'T = 0.2']]);
  expect(studyCurves([SIZE], rows)?.axis.label).toBe('unit cells');
  expect(studyCurves(['sampling.method'], [rowOf({ 'sampling.method': 'local' }, {})])).toBe(undefined);
});

it('has a logarithmic axis where the spacing is geometric over a decade', () => {
  expect(isGeometric([0.01, 0.02, 0.05, 0.1, 0.2, 0.5])).toBe(true);
  expect(isGeometric([0.03, 0.0387, 0.05, 0.0646, 0.0834])).toBe(false);
  expect(isGeometric([0.1, 0.4, 0.7, 1])).toBe(false);
  expect(isGeometric([0, 0.1, 1])).toBe(false);
});

const OBSERVED = { energyPerSite: estimate(1), density: constant(1) };

it('draws an error bar and a symbol per point, and leaves gaps where data do not suffice', () => {
  const points = [0.1, 0.2, 0.3, 0.4].map((temperature, k) =>
    rowOf({ [T]: temperature }, k === 1 ? { energyPerSite: INSUFFICIENT } : OBSERVED),
  );
  const [energy, density, ...others] = studyFigures([T], points, ['energyPerSite', 'density', 'unknown'], 'Source.');
  expect(others).toEqual([]);
  expect([energy.name, density.name]).toEqual(['energyPerSite', 'density']);
  expect(energy.note).toBe('Gaps are points without enough data.');
  const { document } = parseHTML(energy.svg);
  expect(document.querySelectorAll('[aria-label="dot"] path').length).toBe(3);
  expect(document.querySelectorAll('[aria-label="rule"] line').length).toBe(3);
  expect(document.querySelector('[aria-label="line"] path')?.getAttribute('d')?.match(/M/g)?.length).toBe(2);
  expect(energy.svg).toContain('Source.');
});

it('shows some of many curves, and says so', () => {
  const many = Array.from({ length: 40 }, (_, k) =>
    [0.1, 0.2].map((value) => rowOf({ [T]: value, 'model.coupling': k }, OBSERVED)),
  );
  const [{ note, svg }] = studyFigures([T, 'model.coupling'], many.flat(), ['energyPerSite'], '');
  expect(note).toContain('12 of 40 curves');
  for (const name of ['J = 0', 'J = 39']) expect(svg).toContain(`>${name}<`);
});

it('draws bands in place of bars where points lie too close', () => {
  const many = Array.from({ length: 150 }, (_, k) => rowOf({ [T]: 0.1 + 0.01 * k }, { density: estimate(k) }));
  const [{ inline, note }] = studyFigures([T], many, ['density'], 'Source.');
  expect(note).toBe('Points lie so close that their bars are drawn as bands.');
  const { document } = parseHTML(`<html><body>${inline}</body></html>`);
  expect(document.querySelectorAll('[aria-label="area"]').length).toBe(1);
  expect(document.querySelector('[aria-label="dot"] > *')).toBe(null);
});
