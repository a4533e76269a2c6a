/** Sums, fitted term by term and then as a whole. */
import { expect, it } from 'vitest';
import { isSum, sumOfModels } from '../../src/effective/sum.ts';
import { createLattice } from '../../src/lattice/create.ts';
import { countEvaluations } from '../../src/training/fit/evaluations.ts';
import { fitModel } from '../../src/training/fit/fit.ts';
import { fitLinear } from '../../src/training/fit/linear-fit.ts';
import { fitCheapestTerm } from '../../src/training/fit/term-fit.ts';
import { bilinearModel } from './bilinear-model.ts';
import { largestDifference, randomSpins, sampleOf, times } from './samples.ts';
import { toyModel } from './toy-model.ts';

const lattice = createLattice({ kind: 'square', size: [4, 4] });
const truth = sumOfModels([bilinearModel(lattice, [4, 5]), toyModel(lattice, [1, 2])]);
truth.parameters.set([-3, 0.2, -0.1, 0.6, 0.1, -0.08]);
const samples = times(60, (k) => sampleOf(truth, randomSpins(lattice, k)));
const data = { training: samples.slice(0, 50), heldOut: samples.slice(50) };
const options = { temperature: 0.1, forceWeight: 0.25 };

/** Its bilinear term is the cheaper one; the other is right already. */
function startingSum() {
  const dear = { ...toyModel(lattice, [1, 2]), cost: 1000 };
  const counted = countEvaluations(dear);
  const sum = sumOfModels([{ ...bilinearModel(lattice, [4, 5]), cost: 1 }, counted]);
  sum.parameters.set(truth.parameters);
  sum.parameters.set([2, 0, 0]);
  return { sum, counted };
}

it('the cheapest term learns what the others leave, energies and forces, which are evaluated once a sample', () => {
  const { sum, counted } = startingSum();
  fitCheapestTerm(sum, data, (term, left) => {
    expect(left.training[3].force).toHaveLength(48);
    fitLinear(term, left, options);
  });
  expect(largestDifference(sum.parameters, truth.parameters)).toBeLessThan(1e-7);
  expect(counted.evaluations()).toBe(samples.length);
});

it('a sum is fitted as a whole in the end', () => {
  const { sum } = startingSum();
  sum.parameters.set([0.3, 0.12, -0.05], 3);
  expect(isSum(sum)).toBe(true);
  const before = sum.parameters.slice();
  const { heldOut, effectiveEvaluations } = fitModel(sum, data, options);
  expect(largestDifference(sum.parameters, truth.parameters)).toBeLessThan(1e-6);
  expect(largestDifference(sum.parameters.subarray(3), before.subarray(3))).toBeGreaterThan(0.02);
  expect(heldOut?.total).toBeLessThan(1e-10);
  expect(effectiveEvaluations).toBeGreaterThan(0);
});
