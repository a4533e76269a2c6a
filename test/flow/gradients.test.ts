/** Reverse mode through flows against finite differences. */
import { describe, expect, it } from 'vitest';
import { fillNormal } from '../../src/numeric/normal.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import { dot, FLOWS, randomFlow, randomSpins, slopeByParameter, slopeOf, tangents, turned } from './flows.ts';

/** Short, since scores and splines have kinks in their slopes, and a step across one says nothing. */
const STEP = 1e-6;

describe.each(FLOWS)('$name', (given) => {
  const flow = randomFlow(given, 0.4);
  const spins = randomSpins(flow, 4);
  const { parameters } = flow;
  const someParameters = parameters.map((_, k) => k).filter((k) => k % 7 === 0 || k < 30);
  const weights = normal(spins.length);

  it('log q by the spins and by the parameters', () => {
    const [score, gradient] = [new Float64Array(spins.length), new Float64Array(parameters.length)];
    const value = flow.logDensityAndScore(spins, score, gradient);
    expect(value).toBe(flow.logDensity(spins));
    for (const tangent of tangents(spins)) {
      const slope = slopeOf((angle) => flow.logDensity(turned(spins, tangent, angle)), STEP);
      expect(deviation(slope, dot(score, tangent))).toBeLessThan(1e-7);
    }
    for (const k of someParameters) {
      const slope = slopeByParameter(flow, k, () => flow.logDensity(spins), STEP);
      expect(deviation(slope, gradient[k]), flow.parameterNames[k]).toBeLessThan(1e-7);
    }
  });

  it('images by the parameters and by the base', () => {
    const [adjoint, gradient] = [weights.slice(), new Float64Array(parameters.length)];
    flow.imageGradient(spins, adjoint, gradient);
    const weighed = (base: Float64Array) => {
      const image = base.slice();
      flow.transport(image);
      return dot(weights, image);
    };
    for (const tangent of tangents(spins)) {
      const slope = slopeOf((angle) => weighed(turned(spins, tangent, angle)), STEP);
      expect(deviation(slope, dot(adjoint, tangent))).toBeLessThan(1e-7);
    }
    for (const k of someParameters) {
      expect(
        deviation(
          slopeByParameter(flow, k, () => weighed(spins), STEP),
          gradient[k],
        ),
      ).toBeLessThan(1e-7);
    }
  });

  it('of paths: the score and the pull back in one go', () => {
    const [score, path, apart] = [spins, parameters, parameters].map(({ length }) => new Float64Array(length));
    const image = spins.slice();
    flow.transport(image);
    flow.logDensityAndScore(image, score);
    const given = (at: Float64Array, found: Float64Array) => {
      found.forEach((value, c) => {
        expect(Math.abs(at[c] - image[c])).toBe(0);
        expect(deviation(value, score[c])).toBeLessThan(1e-10);
        found[c] = value * value + weights[c];
      });
    };
    flow.pathGradient(spins, given, path);
    flow.imageGradient(
      spins,
      score.map((value, c) => value * value + weights[c]),
      apart,
    );
    for (const [k, value] of path.entries()) expect(deviation(value, apart[k])).toBeLessThan(1e-10);
  });

  it('are added to what a gradient has', () => {
    const [once, twice, score] = [parameters, parameters, spins].map(({ length }) => new Float64Array(length));
    flow.logDensityAndScore(spins, score, once);
    for (let repeat = 0; repeat < 2; repeat++) flow.logDensityAndScore(spins, score, twice);
    twice.forEach((value, k) => {
      expect(Math.abs(value - 2 * once[k])).toBeLessThan(1e-13 * (1 + Math.abs(value)));
    });
  });
});

it('spins at the poles of their axes, as in ordered states, have finite gradients', () => {
  const flow = randomFlow(
    {
      lattice: { kind: 'square', size: [4, 4] },
      choice: { layers: 3, map: 'spline', colours: 'sublattices', shells: 2 },
    },
    0.4,
  );
  const ordered = Float64Array.from({ length: 48 }, (_, c) =>
    c % 3 === 2 ? ((c / 3) % 2 === (c >> 2) % 2 ? 1 : -1) : 0,
  );
  const [score, gradient] = [new Float64Array(48), new Float64Array(flow.parameters.length)];
  flow.logDensityAndScore(ordered, score, gradient);
  for (const value of [...score, ...gradient]) expect(value).toSatisfy(Number.isFinite);
  const near = ordered.slice();
  near.set([Math.sin(1e-6), 0, Math.cos(1e-6) * ordered[2]]);
  const close = new Float64Array(flow.parameters.length);
  flow.logDensityAndScore(near, score, close);
  for (const [k, value] of close.entries()) expect(deviation(value, gradient[k])).toBeLessThan(1e-4);
});

function normal(count: number): Float64Array {
  const out = new Float64Array(count);
  fillNormal(philoxStream(5, 0), out);
  return out;
}

const deviation = (found: number, expected: number): number => Math.abs(found - expected) / (1 + Math.abs(expected));
