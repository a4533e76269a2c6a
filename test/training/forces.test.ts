/** What forces are worth, on equilibrium configurations of the exact model. */
import { expect, it } from 'vitest';
import { createModel } from '../../src/exact/create.ts';
import { createLattice } from '../../src/lattice/create.ts';
import { randomDirection } from '../../src/numeric/directions.ts';
import { exp } from '../../src/numeric/elementary.ts';
import { philoxStream } from '../../src/numeric/philox.ts';
import type { TrainingSample } from '../../src/training/fit/data-set.ts';
import { fitLinear } from '../../src/training/fit/linear-fit.ts';
import { evaluateLoss } from '../../src/training/fit/loss.ts';
import { exactSample } from '../../src/training/loop/generation.ts';
import { bilinearModel } from './bilinear-model.ts';
import { randomSpins, times, withoutForce } from './samples.ts';

const lattice = createLattice({ kind: 'square', size: [6, 6] });
const temperature = 0.05;
const fixed = {
  hopping: [1],
  coupling: 1,
  chemicalPotential: 0,
  exchange: [],
  field: [0, 0, 0],
  tolerance: 1e-8,
} as const;
const exact = createModel({ lattice, temperature, ...fixed });

/** Local Metropolis, one configuration every 15 sweeps. */
function equilibrium(count: number): TrainingSample[] {
  const random = philoxStream(11, 0);
  const updater = exact.localUpdater(randomSpins(lattice, 11));
  const direction = new Float64Array(3);
  const sweep = () => {
    for (const patch of updater.patches) {
      for (const site of patch) {
        randomDirection(random, direction, 0);
        const change = updater.propose(site, direction[0], direction[1], direction[2]);
        if (random.nextUniform() < exp(Math.min(0, change))) updater.accept();
      }
    }
  };
  for (let k = 0; k < 60; k++) sweep();
  return times(count, () => {
    for (let k = 0; k < 15; k++) sweep();
    return exactSample(exact, updater.spins.slice());
  });
}

it('two configurations with forces determine the linear model at least as well as 20 energies', () => {
  const samples = equilibrium(200);
  const [training, heldOut] = [samples.slice(0, 100), samples.slice(100)];
  const meanLoss = (size: number, strip: (sample: TrainingSample) => TrainingSample) => {
    const losses = times(5, (k) => {
      const model = bilinearModel(lattice, lattice.minimalImageShells);
      fitLinear(model, { training: training.slice(20 * k, 20 * k + size).map(strip), heldOut: [] }, { temperature });
      return evaluateLoss(model, heldOut, { temperature }).energy;
    });
    return losses.reduce((a, b) => a + b) / losses.length;
  };
  expect(meanLoss(2, (sample) => sample)).toBeLessThan(meanLoss(20, withoutForce));
});
