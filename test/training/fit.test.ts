import { describe, expect, it } from 'vitest';
import { createLattice } from '../../src/lattice/create.ts';
import { gramMatrix } from '../../src/numeric/linear-algebra/gram.ts';
import { adamW } from '../../src/training/fit/adamw.ts';
import { descendOnBatches } from '../../src/training/fit/batch-descent.ts';
import { dampedStep, squaredChange } from '../../src/training/fit/damped-step.ts';
import { type DataSet, splitSamples, type TrainingSample } from '../../src/training/fit/data-set.ts';
import { countEvaluations } from '../../src/training/fit/evaluations.ts';
import { fitModel } from '../../src/training/fit/fit.ts';
import { levenbergMarquardt } from '../../src/training/fit/levenberg-marquardt.ts';
import { fitLinear } from '../../src/training/fit/linear-fit.ts';
import { evaluateLoss } from '../../src/training/fit/loss.ts';
import { jacobianColumns, residualRows } from '../../src/training/fit/residual-rows.ts';
import { bilinearModel } from './bilinear-model.ts';
import { largestDifference, randomSpins, sampleOf, times, withoutForce } from './samples.ts';
import { toyModel } from './toy-model.ts';

const lattice = createLattice({ kind: 'square', size: [4, 4] });
const shells = [1, 2, 3, 4, 5];
const truth = bilinearModel(lattice, shells);
truth.parameters.set([-30, 0.2, -0.1, 0.05, 0.02, -0.04]);
const configurations = times(60, (k) => randomSpins(lattice, 100 + k));
const exactSamples = configurations.map((spins) => sampleOf(truth, spins));
const options = { temperature: 0.1 };

const only = (training: readonly TrainingSample[]): DataSet => ({ training, heldOut: [] });

/** A nonlinear model of more shells with noise to learn from, so that nothing fits exactly. */
const rough = toyModel(lattice, [1, 2, 3, 4]);
rough.parameters.set([2, 0.7, 0.1, 0.05, -0.08, 0.06]);
const noisy = configurations.map((spins, k) => {
  const { force, freeEnergy } = sampleOf(rough, spins);
  return { spins, freeEnergy: freeEnergy + 0.01 * (((k * 7) % 11) - 5), force, weight: 1 + (k % 2) };
});

describe('the closed form', () => {
  it('recovers the parameters of a linear model from energies', () => {
    const fitted = bilinearModel(lattice, shells);
    const { training, heldOut } = fitLinear(fitted, splitSamples(exactSamples.map(withoutForce)), options);
    expect(largestDifference(fitted.parameters, truth.parameters)).toBeLessThan(1e-9);
    expect(training.energy + (heldOut?.energy ?? 1)).toBeLessThan(1e-18);
  });

  it('recovers them from one configuration with its force', () => {
    const fitted = bilinearModel(lattice, shells);
    fitLinear(fitted, only(exactSamples.slice(0, 1)), options);
    expect(largestDifference(fitted.parameters, truth.parameters)).toBeLessThan(1e-9);
  });

  it('is the minimum of the loss', () => {
    const fitted = bilinearModel(lattice, shells);
    const { training } = fitLinear(fitted, only(noisy), options);
    for (let k = 0; k < fitted.parameters.length; k++) {
      for (const shift of [-1e-3, 1e-3]) {
        fitted.parameters[k] += shift;
        expect(evaluateLoss(fitted, noisy, options).total).toBeGreaterThan(training.total * (1 - 1e-12));
        fitted.parameters[k] -= shift;
      }
    }
  });

  it('chooses small couplings where shells coincide', () => {
    const fitted = bilinearModel(lattice, [1, 2, 1]);
    const single = bilinearModel(lattice, [1, 2]);
    fitLinear(fitted, only(exactSamples), options);
    fitLinear(single, only(exactSamples), options);
    // What rounding leaves along the direction without data is 1e-16 over the square of the ridge, times the residual.
    expect(fitted.parameters[1]).toBeCloseTo(single.parameters[1] / 2, 2);
    expect(fitted.parameters[1] + fitted.parameters[3]).toBeCloseTo(single.parameters[1], 9);
  });
});

describe('Levenberg-Marquardt', () => {
  it.each([0, 0.25])('agrees with the closed form on a linear model, forces weighted by %d', (forceWeight) => {
    // As many directions as a configuration has leave a whole force only on average; without forces the minimum is the same.
    const fitted = bilinearModel(lattice, shells);
    const closed = bilinearModel(lattice, shells);
    const samples = forceWeight === 0 ? noisy : exactSamples;
    levenbergMarquardt(fitted, only(samples), { ...options, forceWeight });
    fitLinear(closed, only(samples), { ...options, forceWeight });
    expect(largestDifference(fitted.parameters, closed.parameters)).toBeLessThan(1e-9);
  });

  it.each([0, 0.25])('reaches machine precision on a nonlinear model, forces weighted by %d', (forceWeight) => {
    const source = toyModel(lattice, [1, 2, 3]);
    source.parameters.set([2, 0.7, 0.1, 0.05, -0.08]);
    const data = splitSamples(configurations.map((spins) => sampleOf(source, spins)));
    const fitted = toyModel(lattice, [1, 2, 3]);
    fitted.parameters.set([0, 0.1, 0.05, 0, 0]);
    const result = levenbergMarquardt(fitted, data, { ...options, forceWeight });
    // Symmetric differences of the force rows are good to eight digits.
    expect(largestDifference(fitted.parameters, source.parameters)).toBeLessThan(forceWeight === 0 ? 1e-10 : 1e-7);
    expect(result.heldOut?.energy).toBeLessThan(forceWeight === 0 ? 1e-20 : 1e-12);
    expect(result.iterations).toBeLessThan(40);
  });

  it('never raises the loss and does not move parameters without influence', () => {
    const fitted = toyModel(lattice, [1, 2, 2]);
    fitted.parameters.set([0, 0, 0.05, 0.3, -0.3]);
    const before = evaluateLoss(fitted, noisy, options).total;
    const { training } = levenbergMarquardt(fitted, only(noisy), options);
    expect(training.total).toBeLessThan(before);
    expect(fitted.parameters[3] - fitted.parameters[4]).toBeCloseTo(0.6, 6);
  });

  it('keeps what held-out samples like best', () => {
    // Seven parameters and seven energies: the model starts at the truth and learns the noise.
    const fitted = toyModel(lattice, shells);
    const start = [0, 0, ...truth.parameters.subarray(1)].map((parameter) => -parameter);
    const energies = exactSamples.map(({ spins, freeEnergy }, k) => ({
      spins,
      freeEnergy: freeEnergy + 0.1 * (((k * 7) % 11) - 5),
    }));
    const data = { training: energies.slice(0, 7), heldOut: energies.slice(7) };
    fitted.parameters.set(start);
    const kept = levenbergMarquardt(fitted, data, options);
    fitted.parameters.set(start);
    const overfitted = levenbergMarquardt(fitted, only(data.training), options);
    expect(overfitted.training.total).toBeLessThan(0.2 * kept.training.total);
    expect(kept.heldOut?.total).toBeLessThan(0.5 * evaluateLoss(fitted, data.heldOut, options).total);
  });
});

describe('steps on batches', () => {
  const many = times(450, (k) => sampleOf(rough, randomSpins(lattice, 1000 + k)));
  const roughly = { ...options, forceWeight: 0, directions: 1, passes: 25 };
  const startingModel = () => {
    const fitted = toyModel(lattice, [1, 2, 3, 4]);
    fitted.parameters.set([0, 0.1, 0.05, 0, 0, 0]);
    return fitted;
  };

  it('come close to the minimum, with one gradient for every sample of a batch', () => {
    const fitted = countEvaluations(startingModel());
    const before = evaluateLoss(fitted, many, options).energy;
    const counted = fitted.evaluations();
    descendOnBatches(fitted, many, roughly);
    expect(fitted.evaluations() - counted).toBe(Math.ceil((25 * 450) / 64) * 64);
    expect(evaluateLoss(fitted, many, options).energy).toBeLessThan(1e-4 * before);
  });

  it('are taken where there are four batches of samples, not from near', () => {
    const moved = (samples: readonly TrainingSample[]) => {
      const fitted = startingModel();
      const before = fitted.parameters.slice();
      const taken = descendOnBatches(fitted, samples, roughly);
      return { taken, moved: largestDifference(fitted.parameters, before) > 0 };
    };
    expect(moved(many.slice(0, 255))).toEqual({ taken: false, moved: false });
    expect(moved(many.slice(0, 256))).toEqual({ taken: true, moved: true });
    const { effectiveEvaluations, iterations } = fitModel(startingModel(), only(many), { ...options, start: 'near' });
    // A step takes a gradient and an energy of every sample, and so does the beginning; the end takes another energy.
    expect(effectiveEvaluations).toBeLessThanOrEqual((2 * iterations + 3) * many.length);
  });

  it('make a draft alone, and never a worse one than the start', () => {
    const fitted = startingModel();
    const before = evaluateLoss(fitted, many, roughly).total;
    const draft = fitModel(fitted, splitSamples(many), { ...options, start: 'draft' });
    expect(draft.iterations).toBe(0);
    expect(draft.training.total).toBeLessThan(0.1 * before);
    fitted.parameters.set(rough.parameters);
    fitModel(fitted, splitSamples(many), { ...options, start: 'draft' });
    expect(largestDifference(fitted.parameters, rough.parameters)).toBeLessThan(1e-9);
  });

  it('change the residuals by what a linear model says', () => {
    const [samples, damping] = [many.slice(0, 20), 0.1];
    const linear = bilinearModel(lattice, shells);
    linear.parameters.fill(0.3);
    const rows = residualRows(samples, roughly);
    const columns = jacobianColumns(linear, rows);
    const equations = gramMatrix(columns);
    const scale = new Float64Array(shells.length).fill(1);
    const step = dampedStep(equations, scale, damping) ?? new Float64Array(0);
    const residuals = columns[shells.length].slice();
    linear.parameters.set(
      step.map((x) => 0.3 + x),
      1,
    );
    const change = jacobianColumns(linear, rows)[shells.length].map((after, k) => after - residuals[k]);
    const square = change.reduce((sum, x) => sum + x * x, 0);
    expect(squaredChange(equations, scale, damping, step) / square).toBeCloseTo(1, 9);
  });
});

describe('AdamW', () => {
  it('comes close to the closed form on a linear model', () => {
    const fitted = bilinearModel(lattice, shells);
    const closed = bilinearModel(lattice, shells);
    const data = only(noisy);
    const best = fitLinear(closed, data, options);
    const result = adamW(fitted, data, { ...options, epochs: 150, batchSize: 12, learningRate: 0.02 });
    expect(result.training.total).toBeLessThan(1.01 * best.training.total);
  });
});

it.each([
  [undefined, 'levenberg-marquardt'],
  ['levenberg-marquardt', 'levenberg-marquardt'],
  ['adamw', 'adamw'],
] as const)('fits models that are not linear by the method %s', (method, used) => {
  const data = splitSamples(noisy);
  const fitted = toyModel(lattice, shells);
  fitted.parameters.fill(0.03);
  const before = evaluateLoss(fitted, data.heldOut, options).energy;
  const chosen = method ? { ...options, method } : options;
  const { method: found, heldOut } = fitModel(fitted, data, chosen);
  expect(found).toBe(used);
  expect(heldOut?.energy).toBeLessThan(0.5 * before);
  expect(fitModel(bilinearModel(lattice, shells), data, chosen).method).toBe('closed-form');
});

it.each([
  ['closed form', () => bilinearModel(lattice, shells), fitModel],
  ['Levenberg-Marquardt', () => toyModel(lattice, shells), fitModel],
  ['AdamW', () => toyModel(lattice, shells), adamW],
] as const)('%s is bit-identical when repeated, and leaves samples alone', (_, make, train) => {
  const data = splitSamples(noisy.slice(0, 20));
  const copies = data.training.map(({ spins }) => spins.slice());
  const run = () => {
    const model = make();
    model.parameters.fill(0.03);
    return { result: train(model, data, options), parameters: model.parameters };
  };
  const [first, second] = [run(), run()];
  expect(first).toEqual(second);
  expect(data.training.map(({ spins }) => spins)).toEqual(copies);
});
