/** Maps of a cosine: round trips, slopes and derivatives against finite differences, and the distribution that they make of a uniform one. */
import { describe, expect, it } from 'vitest';
import { composedMap } from '../../src/flow/maps/composed-map.ts';
import { type CosineMap, type Cut, createDerivatives, createMoved } from '../../src/flow/maps/cosine-map.ts';
import { createFisherMap } from '../../src/flow/maps/fisher-map.ts';
import { reverseDerivatives } from '../../src/flow/maps/inverse-map.ts';
import { splineMap } from '../../src/flow/maps/spline-map.ts';
import { fillNormal } from '../../src/numeric/normal.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { gaussLegendre } from '../gauss-legendre.ts';

const fisherMap = createFisherMap();

interface Case {
  readonly name: string;
  readonly map: CosineMap;
  readonly parameters: Float64Array;
}

const fisherCases = [1e-9, 1e-4, 0.0019, 0.0021, 0.04, 0.06, 1, 5].flatMap((kappa) =>
  [kappa, -kappa].map((signed) => ({ name: `κ = ${signed}`, map: fisherMap, parameters: Float64Array.of(signed) })),
);
const both = composedMap(splineMap(8), fisherMap);
const CASES: readonly Case[] = [
  ...fisherCases,
  ...[1, 4, 8].map((bins) => ({
    name: `spline of ${bins}`,
    map: splineMap(bins),
    parameters: normal(2 * bins + 1, bins),
  })),
  { name: 'spline and κ', map: both, parameters: normal(both.parameterCount, 9) },
];

const COSINES = [-0.9999, -0.93, -0.6, -0.31, -0.01, 0.02, 0.2, 0.55, 0.8, 0.987, 0.9997];
const cutAt = (c: number): Cut => ({ below: (1 + c) / 2, above: (1 - c) / 2 });

describe.each(CASES)('$name', ({ map, parameters }) => {
  const forward = (c: number, theta = parameters) => {
    const [out, derivatives] = [createMoved(), createDerivatives(map.parameterCount)];
    map.move(cutAt(c), theta, 0, out);
    map.differentiate(derivatives);
    return { ...derivatives, logSlope: out.logSlope, value: out.below - out.above };
  };
  const inverse = (c: number, theta = parameters) => {
    const [out, derivatives, reversed] = [
      createMoved(),
      ...[0, 1].map(() => createDerivatives(map.parameterCount)),
    ] as const;
    map.solve(cutAt(c), theta, 0, out);
    map.differentiate(derivatives);
    reverseDerivatives(derivatives, reversed);
    return { ...reversed, logSlope: -out.logSlope, value: out.below - out.above };
  };

  it('goes there and back, at the poles too', () => {
    const [out, back] = [createMoved(), createMoved()];
    for (const cut of [...COSINES.map(cutAt), { below: 1e-25, above: 1 }, { below: 1, above: 1e-25 }]) {
      map.move(cut, parameters, 0, out);
      map.solve(out, parameters, 0, back);
      expect(deviation(back.logSlope, out.logSlope)).toBeLessThan(1e-11);
      expect(Math.abs(out.below + out.above - 1)).toBeLessThan(4e-16);
      expect(Math.abs(back.below / cut.below - 1)).toBeLessThan(1e-12);
      expect(Math.abs(back.above / cut.above - 1)).toBeLessThan(1e-12);
    }
  });

  it('keeps the poles', () => {
    const out = createMoved();
    map.move({ below: 0, above: 1 }, parameters, 0, out);
    expect([Math.abs(out.below), out.above]).toEqual([0, expect.closeTo(1, 14)]);
    map.move({ below: 1, above: 0 }, parameters, 0, out);
    expect([out.below, Math.abs(out.above)]).toEqual([expect.closeTo(1, 14), 0]);
  });

  it.each(COSINES)('has the derivatives of finite differences at c = %s', (c) => {
    for (const at of [forward, inverse]) {
      const { slope, logSlope, logSlopeByCosine, by, logSlopeBy } = at(c);
      expect(deviation(Math.log(slope), logSlope)).toBeLessThan(1e-13);
      const step = 3e-4 * (1 - Math.abs(c));
      expect(
        deviation(
          slopeOf((x) => at(c + x).value, step),
          Math.exp(logSlope),
        ),
      ).toBeLessThan(1e-7);
      expect(
        deviation(
          slopeOf((x) => at(c + x).logSlope, step),
          logSlopeByCosine,
        ),
      ).toBeLessThan(1e-7);
      for (let p = 0; p < by.length; p++) {
        const moved = (x: number) => at(c, parameters.with(p, parameters[p] + x));
        expect(
          deviation(
            slopeOf((x) => moved(x).value, 3e-4),
            by[p],
          ),
        ).toBeLessThan(1e-9);
        expect(
          deviation(
            slopeOf((x) => moved(x).logSlope, 3e-4),
            logSlopeBy[p],
          ),
        ).toBeLessThan(1e-9);
      }
    }
  });
});

describe('zero parameters', () => {
  it.each([fisherMap, splineMap(8), both])('are the identity', (map) => {
    const out = createMoved();
    for (const c of COSINES) {
      map.move(cutAt(c), new Float64Array(map.parameterCount), 0, out);
      expect(Math.abs(out.below - out.above - c)).toBeLessThan(1e-15);
      expect(Math.abs(out.logSlope)).toBeLessThan(1e-15);
    }
  });
});

/** 1/g′ is the density of the image over that of a uniform cosine. */
it.each([-7, 1e-5, 0.5, 3, 40, 400, 2000])('a uniform cosine becomes that of von Mises and Fisher, κ = %s', (kappa) => {
  const out = createMoved();
  for (const distance of [0, 0.1, 0.7, 2, 5]) {
    const share = Math.min(1, distance / (2 * Math.max(1, Math.abs(kappa))));
    const cut = kappa > 0 ? { below: 1 - share, above: share } : { below: share, above: 1 - share };
    fisherMap.solve(cut, Float64Array.of(kappa), 0, out);
    // κ e^{κ(c − 1)}/(1 − e^{−2κ}) against ½.
    const size = Math.abs(kappa);
    const expected = Math.log((2 * size) / -Math.expm1(-2 * size)) - 2 * size * share;
    expect(-out.logSlope).toBeCloseTo(expected, 11);
  }
});

it('the slopes of a spline integrate to 2', () => {
  const map = splineMap(6);
  const parameters = normal(13, 4);
  const out = createMoved();
  let integral = 0;
  for (let bin = 0; bin < 6; bin++) {
    for (const [x, weight] of gaussLegendre(40)) {
      map.move(cutAt(-1 + (bin + (1 + x) / 2) / 3), parameters, 0, out);
      integral += (weight / 3) * Math.exp(out.logSlope);
    }
  }
  expect(integral).toBeCloseTo(2, 12);
});

function normal(count: number, seed: number): Float64Array {
  const out = new Float64Array(count);
  fillNormal(philoxStream(seed, 0), out);
  return out.map((value) => 0.5 * value);
}

/** The derivative at 0 by the five-point rule. */
const slopeOf = (f: (x: number) => number, h: number): number =>
  (8 * (f(h) - f(-h)) - (f(2 * h) - f(-2 * h))) / (12 * h);

const deviation = (found: number, expected: number): number => Math.abs(found - expected) / (1 + Math.abs(expected));
