import { describe, expect, it } from 'vitest';
import * as elementary from '../../src/numeric/elementary.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { errorInUlps, fixedCos, fixedExp, fixedLog, fixedSin, PI, toFixed } from './fixed-point.ts';

const { asinh, cos, cosh, cosTurns, exp, expm1, log, log1p, sin, sinh, sinTurns, softplus, tanh } = elementary;
const ONE = toFixed(1);
const random = philoxStream(2023, 0);

/** `count` numbers uniform between the bounds. */
const uniform = (low: number, high: number, count = 100): number[] =>
  Array.from({ length: count }, () => low + (high - low) * random.nextUniform());

/** Numbers of either sign, with logarithms uniform between those of the bounds. */
const scales = (low: number, high: number): number[] =>
  uniform(Math.log(low), Math.log(high)).map((y, i) => (i % 2 ? -1 : 1) * Math.exp(y));

const largestError = (f: (x: number) => number, exact: (x: number) => bigint, arguments_: number[]): number =>
  Math.max(...arguments_.map((x) => errorInUlps(f(x), exact(x))));

describe('elementary functions err by less than a unit in the last place', () => {
  it('exp', () => {
    const exact = (x: number) => fixedExp(toFixed(x));
    expect(largestError(exp, exact, [...uniform(-1, 1), ...uniform(-690, 700), ...scales(1e-9, 0.1)])).toBeLessThan(
      0.7,
    );
  });

  it('log', () => {
    const exact = (x: number) => fixedLog(toFixed(x), Math.log(x));
    const arguments_ = [...uniform(0.5, 2), ...uniform(0, 1e3), ...scales(1e-200, 1e300).map(Math.abs)];
    expect(largestError(log, exact, [...arguments_, ...scales(1e-12, 1e-2).map((x) => 1 + x)])).toBeLessThan(0.8);
  });

  it('log1p', () => {
    const exact = (x: number) => fixedLog(ONE + toFixed(x), Math.log1p(x));
    const arguments_ = [...scales(1e-18, 0.99), ...uniform(-1, -0.99), ...scales(1, 1e18).map(Math.abs)];
    expect(largestError(log1p, exact, arguments_)).toBeLessThan(0.8);
  });

  it('sin and cos, close to multiples of π/2 too', () => {
    const multiples = uniform(1, 6e5).map((n) => Math.floor(n) * (Math.PI / 2));
    const arguments_ = [...uniform(-4, 4), ...uniform(-1048576, 1048576), ...scales(1e-12, 1), ...multiples];
    expect(largestError(sin, (x) => fixedSin(toFixed(x)), arguments_)).toBeLessThan(0.8);
    expect(largestError(cos, (x) => fixedCos(toFixed(x)), arguments_)).toBeLessThan(0.8);
  });

  it('sinTurns and cosTurns', () => {
    const exactAngle = (x: number) => (2n * PI * toFixed(x)) / ONE;
    const arguments_ = [...uniform(-1, 1), ...uniform(-1e6, 1e6), ...scales(1e-12, 1)];
    expect(largestError(sinTurns, (x) => fixedSin(exactAngle(x)), arguments_)).toBeLessThan(0.8);
    expect(largestError(cosTurns, (x) => fixedCos(exactAngle(x)), arguments_)).toBeLessThan(0.8);
  });
});

describe('the others err by a few units', () => {
  const growth = (x: number) => fixedExp(toFixed(x));
  const decay = (x: number) => fixedExp(-toFixed(x));
  const arguments_ = [...scales(1e-6, 1), ...uniform(-30, 30), ...uniform(-600, 600)];

  it('expm1, sinh, cosh', () => {
    expect(largestError(expm1, (x) => growth(x) - ONE, [...arguments_, ...uniform(-1, 1)])).toBeLessThan(1.5);
    expect(largestError(sinh, (x) => (growth(x) - decay(x)) / 2n, arguments_)).toBeLessThan(3);
    expect(largestError(cosh, (x) => (growth(x) + decay(x)) / 2n, arguments_)).toBeLessThan(3);
  });

  it('tanh, softplus', () => {
    const exactTanh = (x: number) => ((growth(x) - decay(x)) * ONE) / (growth(x) + decay(x));
    expect(largestError(tanh, exactTanh, arguments_)).toBeLessThan(3);
    const exactSoftplus = (x: number) => fixedLog(ONE + growth(x), softplus(x));
    expect(largestError(softplus, exactSoftplus, uniform(-40, 40))).toBeLessThan(2);
  });

  it('asinh undoes sinh', () => {
    for (const x of arguments_) expect(Math.abs(asinh(sinh(x)) / x - 1)).toBeLessThan(1e-15);
  });
});

describe('special values', () => {
  it('ends of the range', () => {
    expect([exp(-Infinity), exp(-746), exp(0), exp(710), exp(Infinity)]).toEqual([0, 0, 1, Infinity, Infinity]);
    expect(exp(-745)).toBe(5e-324);
    expect(exp(709.7) / 1.6549840276802644e308).toBeCloseTo(1, 14);
    expect([log(0), log(1), log(Infinity), log(-1)]).toEqual([-Infinity, 0, Infinity, NaN]);
    expect(log(5e-324)).toBe(-744.4400719213812);
    expect([log1p(-1), log1p(-2), log1p(Infinity)]).toEqual([-Infinity, NaN, Infinity]);
    expect([expm1(-1e9), expm1(Infinity), tanh(1e9), tanh(-Infinity)]).toEqual([-1, Infinity, 1, -1]);
    expect([softplus(1000), softplus(-1000), cosh(710) < Infinity]).toEqual([1000, 0, true]);
    expect(asinh(1e200)).toBeCloseTo(Math.asinh(1e200), 12);
  });

  it('NaN stays NaN', () => {
    for (const f of [asinh, cosh, cosTurns, exp, expm1, log, log1p, sinh, sinTurns, softplus, tanh])
      expect(f(NaN)).toBeNaN();
  });

  it('quarter turns are exact, and turns are periodic, even and odd to the bit', () => {
    for (const whole of [-1e15, -5, 0, 3, 1e12])
      expect([0, 0.25, 0.5, 0.75].map((quarter) => cosTurns(whole + quarter))).toEqual([1, 0, -1, 0]);
    expect([cosTurns(2 ** 60), sinTurns(1e300)]).toEqual([1, 0]);
    expect([0.25, 0.5, 0.75, 1].map(sinTurns)).toEqual([1, 0, -1, 0]);
    expect([-0.25, -0.5, -0.75, -1].map(sinTurns)).toEqual([-1, 0, 1, 0]);
    for (const k of uniform(0, 1024).map(Math.floor)) {
      const x = k / 1024;
      expect(sinTurns(x + 7)).toBe(sinTurns(x));
      expect(sinTurns(-x)).toBe(0 - sinTurns(x));
      expect(cosTurns(-x)).toBe(cosTurns(x));
      expect(cosTurns(x + 0.25)).toBe(0 - sinTurns(x));
    }
  });

  it('radians beyond reason are refused', () => {
    expect(() => sin(2 ** 21)).toThrow(RangeError);
    expect(() => cos(Infinity)).toThrow(RangeError);
  });
});
