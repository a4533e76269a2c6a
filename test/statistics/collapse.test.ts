/** Data collapse of synthetic studies with known critical point and exponents. */
import { describe, expect, it } from 'vitest';
import { philoxStream } from '../../src/numeric/philox.ts';
import { collapse } from '../../src/statistics/collapse.ts';
import { collapsed, critical, inverseNu, study } from './collapsing.ts';
import { noisyCurve, spaced } from './curves.ts';

describe('a study of a susceptibility', () => {
  const curves = study([4, 6, 8, 12], 1.97, 0.001, 1);

  it('gives all three parameters within three standard deviations', () => {
    const { parameters } = collapsed(curves, {});
    expect(Math.abs(parameters.critical.mean - critical)).toBeLessThan(3 * parameters.critical.error);
    expect(Math.abs(parameters.inverseNu.mean - inverseNu)).toBeLessThan(3 * parameters.inverseNu.error);
    expect(Math.abs(parameters.exponent.mean - 1.97)).toBeLessThan(3 * parameters.exponent.error);
    expect(parameters.exponent.error).toBeLessThan(0.02);
  });

  it('gives one with the others given, more precisely', () => {
    const all = collapsed(curves, {}).parameters.exponent;
    const one = collapsed(curves, { critical, inverseNu }).parameters.exponent;
    expect(Math.abs(one.mean - 1.97)).toBeLessThan(3 * one.error);
    expect(one.error).toBeLessThan(all.error);
  });

  it('has larger errors where given parameters have some', () => {
    const random = philoxStream(3, 3);
    const replicas = Float64Array.from(
      curves[0].points[0].replicas,
      () => critical + 0.02 * (random.nextUniform() - 0.5),
    );
    const exact = collapsed(curves, { critical, inverseNu }).parameters.exponent;
    const uncertain = collapsed(curves, { critical: { mean: critical, replicas }, inverseNu }).parameters.exponent;
    expect(uncertain.error).toBeGreaterThan(1.5 * exact.error);
  });

  it('describes its figure: points on the master curve', () => {
    const { collapsed: points, master, best } = collapsed(curves, {});
    expect(points).toHaveLength(32);
    const fitted = points.filter(({ isFitted }) => isFitted);
    expect(fitted).toHaveLength(best.points);
    for (const { distance, value, error } of fitted) {
      const nearest = master.reduce((a, b) => (Math.abs(b[0] - distance) < Math.abs(a[0] - distance) ? b : a));
      expect(Math.abs(value - nearest[1])).toBeLessThan(5 * error + 0.01);
    }
  });
});

describe('data that do not support a fit', () => {
  it('of two sizes, one or none are too few', () => {
    expect(collapse(study([4, 8], 0, 0.001, 1), { exponent: 0 })).toEqual({ kind: 'too few data' });
    expect(collapse(study([4], 0, 0.001, 1), { exponent: 0 })).toEqual({ kind: 'too few data' });
    expect(collapse([], {})).toEqual({ kind: 'too few data' });
  });

  it('of three sizes with two points each are too few', () => {
    expect(collapse(study([4, 6, 8], 0, 0.001, 1, [0.9, 1.1]), { exponent: 0 })).toEqual({ kind: 'too few data' });
  });

  it('that do not scale have a large χ²', () => {
    const curves = study([4, 6, 8, 12], 0, 1e-5, 2, spaced(0.98, 1.02, 9)).map(({ size, points }) => ({
      size,
      points: points.map((point) => ({ ...point, value: point.value + 0.02 * Math.sin(40 * size + 300 * point.x) })),
    }));
    expect(collapse(curves, { exponent: 0 }).kind).toBe('poor fit');
  });

  it('that do not cross are at a bound, or poor', () => {
    const curves = study([4, 6, 8, 12], 0, 0.0005, 3, spaced(1.05, 1.4, 9));
    expect(['at a bound', 'poor fit', 'not resolved']).toContain(collapse(curves, { exponent: 0 }).kind);
  });

  it('of nothing but noise are not resolved', () => {
    const curves = [4, 6, 8].map((size) => ({
      size,
      points: noisyCurve(spaced(0.8, 1.2, 8), () => 1, 0.1, philoxStream(4, size), 60),
    }));
    expect(['at a bound', 'not resolved']).toContain(collapse(curves, { exponent: 0 }).kind);
  });

  it('are those that are not finite, and only those', () => {
    const curves = study([4, 6, 8], 0, 0.003, 5);
    const hole = { x: 1, value: Number.NaN, error: 0.01, replicas: new Float64Array(60) };
    const withHole = curves.map(({ size, points }) => ({ size, points: [...points, hole] }));
    expect(collapse(withHole, { exponent: 0 })).toEqual(collapse(curves, { exponent: 0 }));
  });
});
