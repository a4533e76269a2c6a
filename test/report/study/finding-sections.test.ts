/** What a page says of findings. */
import { expect, it } from 'vitest';
import { findingSections } from '../../../src/report/study/finding-sections.ts';
import { comparedCurves } from '../../../src/results/study/crossings.ts';
import { syntheticCurves } from '../../results/study/synthetic.ts';

const NONE = { crossings: [], withoutCrossing: [], extrapolated: [] };
const KEYS = ['lattice.size', 'model.coupling', 'model.temperature'];

it('has no section for what there is not', () => {
  expect(findingSections({ findings: NONE, compared: [] }, KEYS, [], [], '')).toEqual([]);
});

it('names files and captions by the values of the other keys, and leaves figures of many of them out', () => {
  const at = (coupling: number) => ({ 'model.coupling': coupling });
  const sizeCurves = Array.from({ length: 14 }, (_, k) => ({ ...syntheticCurves([], 0, 0, at(k)), sizes: [] }));
  const [first, ...others] = [syntheticCurves([4, 6], 0.001, 0, at(0)), ...sizeCurves.slice(1)];
  const [{ title, lines, figures }] = findingSections(
    { findings: NONE, compared: comparedCurves([first, ...others]) },
    KEYS,
    [],
    [],
    '',
  );
  expect([title, lines]).toEqual(['Crossings', ['Figures are of 12 of 14 values of the other keys.']]);
  expect(figures.map(({ name, note }) => [name, note])).toEqual([
    ['crossings-leadingBinderRatio-coupling=0', 'J = 0.'],
    ['crossings-correlationLengthRatio-coupling=0', 'J = 0.'],
  ]);
});
