/** The pictures of data collapses. */
import { expect, it } from 'vitest';
import { scalingFigures } from '../../../src/report/study/scaling-figures.ts';
import { scalingOf } from '../../../src/results/study/scaling.ts';
import { syntheticCurves } from '../../results/study/synthetic.ts';

it('draws what collapses, with the sizes and the master curve', () => {
  const found = scalingOf([syntheticCurves([4, 6, 8, 12], 0.001, 0, { 'model.coupling': 2 })]);
  const keys = ['lattice.size', 'model.coupling', 'model.temperature'];
  const figures = scalingFigures(found, keys, 'Source.');
  expect(figures.map(({ name }) => name)).toEqual(
    ['leadingBinderRatio', 'correlationLengthRatio', 'leadingOrder2', 'leadingSusceptibility'].map(
      (observable) => `scaling-${observable}-coupling=2`,
    ),
  );
  const [{ svg, inline, note }] = figures;
  for (const words of ['4 × 4 × 4', '12 × 12 × 12', 'master curve', '(T − T_c) L^(1/ν)'])
    expect(inline).toContain(`>${words}<`);
  expect(note).toMatch(/^J = 2\. χ² = [\d.]+ for \d+ degrees of freedom/);
  expect(svg.replaceAll(/<[^>]*>/g, ' ')).toContain('Source.');
  expect(
    scalingFigures([{ ...found[0], unsupported: 'too few data', collapsed: undefined } as never], keys, ''),
  ).toEqual([]);
});
