/** Finite-size scaling of a study. */
import { describe, expect, it } from 'vitest';
import { type StudyScaling, scalingOf } from '../../../src/results/study/scaling.ts';
import { betaOverNu, gammaOverNu, nu, syntheticCurves } from './synthetic.ts';

const named = (all: readonly StudyScaling[], name: string): StudyScaling =>
  all.find(({ observable }) => observable === name) as StudyScaling;

const within = (found: { mean: number; error: number } | undefined, truth: number) => {
  expect(Math.abs((found?.mean ?? Number.NaN) - truth)).toBeLessThan(4 * (found?.error ?? 0) + 1e-12);
};

describe('a study of four sizes', () => {
  const curves = [syntheticCurves([4, 6, 8, 12], 0.001)];
  const fitted = scalingOf(curves);

  it('has the critical point and the exponents, within four standard deviations', () => {
    for (const one of fitted) expect(one.unsupported).toBeNull();
    for (const one of fitted) within(one.critical, 1);
    for (const one of fitted) within(one.nu, nu);
    within(named(fitted, 'leadingOrder2').betaOverNu, betaOverNu);
    within(named(fitted, 'leadingSusceptibility').gammaOverNu, gammaOverNu);
  });

  it('has no exponent where there is none, and plain data of a figure', () => {
    const one = named(fitted, 'leadingBinderRatio');
    expect(one).not.toHaveProperty('betaOverNu');
    expect(one).not.toHaveProperty('at');
    expect(one.sizes).toHaveLength(4);
    expect(one.collapsed).toHaveLength(32);
    expect(JSON.parse(JSON.stringify(one))).toEqual(one);
  });

  it('keeps what is given, with error 0', () => {
    const given = scalingOf(curves, { critical: 1, nu, betaOverNu });
    const order = named(given, 'leadingOrder2');
    expect(order.critical).toEqual({ mean: 1, error: 0 });
    expect(order.nu?.mean).toBeCloseTo(nu, 12);
    expect(order.betaOverNu?.mean).toBeCloseTo(betaOverNu, 12);
    expect(order.betaOverNu?.error).toBe(0);
    const susceptibility = named(given, 'leadingSusceptibility');
    within(susceptibility.gammaOverNu, gammaOverNu);
    expect(susceptibility.critical).toEqual({ mean: 1, error: 0 });
  });
});

it('says why two sizes do not support a fit', () => {
  for (const one of scalingOf([syntheticCurves([4, 8], 0.001, 0, { 'model.coupling': 1 })])) {
    expect(one.unsupported).toMatch(/^a test of scaling takes three sizes/);
    expect(one.at).toEqual({ 'model.coupling': 1 });
    expect(one).not.toHaveProperty('critical');
  }
});
