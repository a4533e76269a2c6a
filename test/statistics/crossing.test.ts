/** Crossings of synthetic curves whose crossing is known. */
import { describe, expect, it } from 'vitest';
import { philoxStream } from '../../src/numeric/philox.ts';
import { crossingsOfCurves } from '../../src/statistics/crossing.ts';
import { noisyCurve, pulls, spaced } from './curves.ts';

const critical = 1;
const nu = 0.7;
/** Curves of different sizes that cross at 1 with the value 1.3. */
const ratio = (size: number) => (x: number) => 1.3 + 0.2 * Math.tanh(((x - critical) * size ** (1 / nu)) / 4);

describe.each([
  ['few points', 5, 0.004],
  ['good points', 8, 0.001],
  ['many points', 16, 0.004],
])('200 synthetic studies with %s', (_, count, error) => {
  const x = spaced(0.8, 1.23, count);
  const all = Array.from({ length: 200 }, (_, study) => {
    const random = philoxStream(11, study);
    return crossingsOfCurves(noisyCurve(x, ratio(4), error, random), noisyCurve(x, ratio(8), error, random));
  });
  const found = all.flatMap((one) => (typeof one === 'string' ? [] : one));

  it('have one crossing each', () => expect(found.length).toBe(200));

  it.each([
    ['position', critical],
    ['value', 1.3],
  ] as const)('have errors of the %s that cover the truth as often as they should', (key, truth) => {
    const { mean, variance, covered } = pulls(
      found.map((one) => one[key]),
      truth,
    );
    // Three standard deviations of 200 normal pulls, and 0.1 for interpolations that do not quite meet a tanh.
    expect(Math.abs(mean)).toBeLessThan(3 / Math.sqrt(200) + 0.1);
    expect(variance).toBeGreaterThan(1 - 3 * Math.sqrt(2 / 200));
    expect(variance).toBeLessThan(1 + 3 * Math.sqrt(2 / 200) + 0.1);
    expect(covered).toBeGreaterThan(0.683 - 3 * Math.sqrt(0.22 / 200));
    expect(covered).toBeLessThan(0.683 + 3 * Math.sqrt(0.22 / 200));
  });
});

describe('straight lines', () => {
  const random = () => philoxStream(5, 1);
  const line = (slope: number, offset: number) => (x: number) => offset + slope * x;
  const x = spaced(0, 1, 6);
  const curve = (f: (x: number) => number, error = 1e-4, at = x) => noisyCurve(at, f, error, random());

  it('cross where they cross, on different points too', () => {
    const [one] = crossingsOfCurves(curve(line(1, 0)), curve(line(-1, 0.9), 1e-4, spaced(0.1, 0.95, 7)));
    expect(one).toMatchObject({ best: { degree: 1 } });
    if (typeof one === 'string') throw new Error(one);
    expect(Math.abs(one.position.mean - 0.45)).toBeLessThan(4 * one.position.error);
    expect(one.position.error).toBeLessThan(2e-4);
  });

  it('that cross outside of the data have no crossing', () => {
    expect(crossingsOfCurves(curve(line(1, 0)), curve(line(-1, 3)))).toBe('outside the data');
  });

  it('that are parallel have none', () => {
    expect(crossingsOfCurves(curve(line(1, 0)), curve(line(1, 0.1)))).toBe('outside the data');
  });

  it('that are the same within errors are not resolved', () => {
    expect(crossingsOfCurves(curve(line(1, 0), 0.05), noisyCurve(x, line(1, 0), 0.05, philoxStream(5, 2)))).toBe(
      'not resolved',
    );
  });

  it('that differ on one side only are not resolved', () => {
    expect(crossingsOfCurves(curve(line(0.3, 0), 0.02), curve(line(0, 0.29), 0.02))).toBe('not resolved');
  });

  it('with a single common point are too few points', () => {
    expect(crossingsOfCurves(curve(line(1, 0)), curve(line(-1, 0.9), 1e-4, [0.5]))).toBe('too few points');
    expect(crossingsOfCurves(curve(line(1, 0)), [])).toBe('too few points');
    expect(crossingsOfCurves(curve(line(1, 0)), curve(line(-1, 0.9), 1e-4, spaced(2, 3, 4)))).toBe('too few points');
  });

  it('keep their crossing without points that are not finite', () => {
    const whole = crossingsOfCurves(curve(line(1, 0)), curve(line(-1, 0.9)));
    const hole = { x: 0.5, value: Number.NaN, error: 0.1, replicas: new Float64Array(100) };
    expect(crossingsOfCurves([...curve(line(1, 0)), hole], curve(line(-1, 0.9)))).toEqual(whole);
  });
});

it('a parabola crosses a line twice', () => {
  const x = spaced(0, 1, 11);
  const random = philoxStream(6, 1);
  const crossings = crossingsOfCurves(
    noisyCurve(x, (at) => (at - 0.5) * (at - 0.5), 1e-3, random),
    noisyCurve(x, () => 0.09, 1e-3, random),
  );
  expect(crossings).toHaveLength(2);
  if (typeof crossings === 'string') throw new Error(crossings);
  for (const [k, truth] of [0.2, 0.8].entries()) {
    const { mean, error } = crossings[k].position;
    expect(Math.abs(mean - truth)).toBeLessThan(4 * error);
  }
});
