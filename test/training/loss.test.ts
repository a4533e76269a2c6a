import { describe, expect, it } from 'vitest';
import { createLattice } from '../../src/lattice/create.ts';
import { gramMatrix } from '../../src/numeric/linear-algebra/gram.ts';
import { evaluateLoss } from '../../src/training/fit/loss.ts';
import { lossAndGradient } from '../../src/training/fit/loss-gradient.ts';
import { jacobianColumns, residualRows } from '../../src/training/fit/residual-rows.ts';
import { bilinearModel } from './bilinear-model.ts';
import { randomSpins, sampleOf, times, withoutForce } from './samples.ts';
import { toyModel } from './toy-model.ts';

const lattice = createLattice({ kind: 'square', size: [4, 4] });
const truth = bilinearModel(lattice, [1, 2, 3]);
truth.parameters.set([-3, 0.2, -0.1, 0.05]);
const samples = times(12, (k) => ({
  ...sampleOf(truth, randomSpins(lattice, k)),
  weight: 1 + (k % 3),
}));
const fitted = toyModel(lattice, [1, 2]);
fitted.parameters.set([1, 0.3, 0.1, -0.2]);

describe('the loss', () => {
  it('is a variance and a mean square force, in units of T', () => {
    const constant = bilinearModel(lattice, [1]);
    const [first, second] = samples;
    const { energy, force, mean } = evaluateLoss(constant, [first, second], { temperature: 0.5 });
    const difference = 2 * (first.freeEnergy - second.freeEnergy);
    expect(energy).toBeCloseTo((1 / 3) * (2 / 3) * difference * difference, 12);
    expect(mean).toBeCloseTo((2 * first.freeEnergy + 2 * 2 * second.freeEnergy) / 3, 12);
    const squares = [first, second].map((sample) => {
      let sum = 0;
      for (let i = 0; i < 48; i += 3) {
        const [f, s] = [sample.force.subarray(i, i + 3), sample.spins.subarray(i, i + 3)];
        const along = f[0] * s[0] + f[1] * s[1] + f[2] * s[2];
        sum += 4 * (f[0] * f[0] + f[1] * f[1] + f[2] * f[2] - along * along);
      }
      return sum;
    });
    expect(force).toBeCloseTo((squares[0] + 2 * squares[1]) / 3, 12);
  });

  it('of bilinear residuals is four times larger in forces than in energies, for random spins', () => {
    const many = times(2000, (k) => sampleOf(truth, randomSpins(lattice, k)));
    const { energy, force } = evaluateLoss(bilinearModel(lattice, [1]), many, { temperature: 1 });
    // The variance of 2000 variances: 4 % for a nearly normal energy.
    expect(Math.abs(force / energy / 4 - 1)).toBeLessThan(4 * 0.04);
  });

  it.each([0, 0.25, 2])('has the gradient of finite differences, forces weighted by %d', (forceWeight) => {
    const options = { temperature: 0.3, forceWeight };
    const mixed = samples.map((sample, k) => (k % 4 === 0 ? withoutForce(sample) : sample));
    const gradient = new Float64Array(fitted.parameters.length);
    const loss = lossAndGradient(fitted, mixed, options, gradient);
    expect(loss / evaluateLoss(fitted, mixed, options).total).toBeCloseTo(1, 12);
    const step = 1e-5;
    gradient.forEach((slope, k) => {
      const at = (shift: number) => {
        fitted.parameters[k] += shift;
        const { total } = evaluateLoss(fitted, mixed, options);
        fitted.parameters[k] -= shift;
        return total;
      };
      expect(Math.abs((at(step) - at(-step)) / (2 * step) - slope)).toBeLessThan(1e-6 * (1 + Math.abs(slope)));
    });
  });

  it('is the square of the residuals of Levenberg-Marquardt, on average over directions', () => {
    const options = { temperature: 0.3, directions: 400 };
    const columns = jacobianColumns(fitted, residualRows(samples, options));
    const { total } = evaluateLoss(fitted, samples, options);
    const squares = columns[columns.length - 1].map((residual) => residual * residual);
    // Every square of a projection has relative variance 2; 400 of them, dominated by a few of 12 samples.
    expect(Math.abs(squares.reduce((a, b) => a + b) / total - 1)).toBeLessThan(4 * Math.sqrt(2 / 400 / 4));
  });
});

it('the Jacobian belongs to the residuals', () => {
  const rows = residualRows(samples, { temperature: 0.3, directions: 2 });
  const columns = jacobianColumns(fitted, rows);
  const residual = columns.length - 1;
  const step = 1e-5;
  for (let k = 1; k < fitted.parameters.length; k++) {
    fitted.parameters[k] += step;
    const forward = jacobianColumns(fitted, rows)[residual];
    fitted.parameters[k] -= 2 * step;
    const backward = jacobianColumns(fitted, rows)[residual];
    fitted.parameters[k] += step;
    columns[k - 1].forEach((slope, row) => {
      expect(Math.abs((forward[row] - backward[row]) / (2 * step) - slope)).toBeLessThan(2e-5);
    });
  }
});

it.each([1, 2, 5, 6])('all products of %d columns', (count) => {
  const columns = times(count, (c) => Float64Array.from({ length: 700 }, (_, r) => ((r * (c + 3)) % 17) - 8));
  const gram = gramMatrix(columns);
  for (let i = 0; i < count; i++)
    for (let j = 0; j < count; j++)
      expect(gram[i * count + j]).toBe(
        j > i ? 0 : columns[i].reduce((sum, value, r) => sum + value * columns[j][r], 0),
      );
});
