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
  it('is that of minus the mean of log q', () => {
    const random = philoxStream(4, 0);
    const visited = Array.from({ length: 4 }, () => randomDirections(random, 4));
    const gradient = new Float64Array(parameters.length);
    addForwardGradient(flow, visited, gradient);
    for (const k of SOME) {
      const slope = byParameter(k, () => visited.reduce((sum, spins) => sum - flow.logDensity(spins) / 4, 0));
      expect(Math.abs(slope - gradient[k]), flow.parameterNames[k]).toBeLessThan(1e-6);
    }
  });
});
