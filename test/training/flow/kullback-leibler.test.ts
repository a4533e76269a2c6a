/** Gradients of divergences: against finite differences sample by sample, and where they have to vanish. */
import { describe, expect, it } from 'vitest';
import type { SpinFermionModel } from '../../../src/exact/model.ts';
import { randomDirections } from '../../../src/numeric/directions.ts';
import { philoxStream } from '../../../src/numeric/philox.ts';
import { addForwardGradient, addReverseGradient } from '../../../src/training/flow/kullback-leibler.ts';
import { randomFlow, slopeByParameter } from '../../flow/flows.ts';
import { doubleBonds } from '../../sampling/systems.ts';

const { model } = doubleBonds(5);
const { lattice } = model.parameters;
const flow = randomFlow({ lattice: lattice.spec, choice: { layers: 5, map: 'spline', colours: 'sites' } }, 0.3);
const { parameters } = flow;
const STEP = 1e-5;

const byParameter = (k: number, f: () => number): number => slopeByParameter(flow, k, f, STEP);

const SOME = [...parameters.keys()].filter((k) => k % 5 === 0);

describe('reverse', () => {
  const share = 0.7;

  it('is the whole derivative of log(q/W^λ) at fixed z, but for the part that has mean zero', () => {
    const [path, score] = [new Float64Array(parameters.length), new Float64Array(12)];
    const random = philoxStream(2, 0);
    const bases = Array.from({ length: 3 }, () => randomDirections(random, 4));
    addReverseGradient(flow, model, share, bases, path);
    const zeroMean = new Float64Array(parameters.length);
    for (const base of bases) {
      const spins = base.slice();
      flow.transport(spins);
      flow.logDensityAndScore(spins, score, zeroMean);
    }
    const divergence = () =>
      bases.reduce((sum, base) => {
        const spins = base.slice();
        const logDensity = flow.transport(spins);
        return sum + (logDensity - share * model.logWeight(spins)) / 3;
      }, 0);
    for (const k of SOME) {
      const whole = byParameter(k, divergence);
      expect(Math.abs(whole - path[k] - zeroMean[k] / 3), flow.parameterNames[k]).toBeLessThan(1e-6);
    }
  });

  it('vanishes sample by sample where q is the weight', () => {
    const { temperature } = model.parameters;
    const own = {
      ...model,
      logWeightAndForce(spins: Float64Array, force: Float64Array) {
        const value = flow.logDensityAndScore(spins, force);
        for (let c = 0; c < force.length; c++) force[c] *= temperature;
        return value;
      },
    } as SpinFermionModel;
    const gradient = new Float64Array(parameters.length);
    addReverseGradient(flow, own, 1, [randomDirections(philoxStream(3, 0), 4)], gradient);
    for (const value of gradient) expect(Math.abs(value)).toBeLessThan(1e-13);
  });
});

describe('forward', () => {
  const { temperature } = model.parameters;
  const random = philoxStream(4, 0);
  const visited = Array.from({ length: 3 }, () => {
    const [spins, score] = [randomDirections(random, 4), new Float64Array(12)];
    model.logWeightAndForce(spins, score);
    return { spins, score: score.map((value) => value / temperature) };
  });

  it('is the whole derivative of −log q at fixed spins, but for the part that has mean zero', () => {
    const path = new Float64Array(parameters.length);
    addForwardGradient(flow, visited, path);
    const bases = visited.map(({ spins }) => {
      const base = spins.slice();
      flow.transportBack(base);
      return base;
    });
    // The log of the density that f⁻¹ makes of W, at fixed z.
    const logPulledBack = () =>
      bases.reduce((sum, base) => {
        const spins = base.slice();
        const logVolume = flow.base.logDensity(base) - flow.transport(spins);
        return sum + (model.logWeight(spins) + logVolume) / 3;
      }, 0);
    for (const k of SOME) {
      const whole = byParameter(k, () => visited.reduce((sum, { spins }) => sum - flow.logDensity(spins) / 3, 0));
      expect(Math.abs(whole - path[k] - byParameter(k, logPulledBack)), flow.parameterNames[k]).toBeLessThan(1e-6);
    }
  });

  it('vanishes sample by sample where q is the weight', () => {
    const [spins, score] = [visited[0].spins, new Float64Array(12)];
    flow.logDensityAndScore(spins, score);
    const gradient = new Float64Array(parameters.length);
    addForwardGradient(flow, [{ spins, score }], gradient);
    for (const value of gradient) expect(Math.abs(value)).toBeLessThan(1e-12);
  });
});
