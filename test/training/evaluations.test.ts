import { expect, it } from 'vitest';
import { createLattice } from '../../src/lattice/create.ts';
import { adamW } from '../../src/training/fit/adamw.ts';
import { splitSamples } from '../../src/training/fit/data-set.ts';
import { countEvaluations } from '../../src/training/fit/evaluations.ts';
import { levenbergMarquardt } from '../../src/training/fit/levenberg-marquardt.ts';
import { fitLinear } from '../../src/training/fit/linear-fit.ts';
import { bilinearModel } from './bilinear-model.ts';
import { randomSpins, sampleOf, times } from './samples.ts';

const lattice = createLattice({ kind: 'square', size: [4, 4] });
const truth = bilinearModel(lattice, [1, 2]);
truth.parameters.set([-3, 0.2, -0.1]);
const data = splitSamples(times(10, (k) => sampleOf(truth, randomSpins(lattice, k))));

it.each([
  ['closed form', fitLinear],
  ['Levenberg-Marquardt', levenbergMarquardt],
  ['AdamW', adamW],
] as const)('%s counts every evaluation of the model', (_, train) => {
  const counted = countEvaluations(bilinearModel(lattice, [1, 2]));
  const { effectiveEvaluations } = train(counted, data, { temperature: 0.1 });
  expect(effectiveEvaluations).toBe(counted.evaluations());
});

it('ten samples, two of them held out, in closed form: three features each and one look at the loss', () => {
  const { effectiveEvaluations } = fitLinear(bilinearModel(lattice, [1, 2]), data, { temperature: 0.1 });
  expect(effectiveEvaluations).toBe(8 * 3 + 10);
});
