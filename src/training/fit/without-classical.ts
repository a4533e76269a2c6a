/** Data of the free energy as data of its electrons. */
import type { ClassicalEnergy } from '../../exact/classical/classical-energy.ts';
import type { DataSet, TrainingSample } from './data-set.ts';

/** F − E_cl of every sample, and its force. */
export function withoutClassical({ training, heldOut }: DataSet, classical: ClassicalEnergy): DataSet {
  const left = (sample: TrainingSample) => electronsOf(sample, classical);
  return { training: training.map(left), heldOut: heldOut.map(left) };
}

function electronsOf(sample: TrainingSample, classical: ClassicalEnergy): TrainingSample {
  const freeEnergy = sample.freeEnergy - classical.energy(sample.spins);
  if (!sample.force) return { ...sample, freeEnergy };
  const force = new Float64Array(sample.force.length);
  classical.addForce(sample.spins, force);
  return { ...sample, freeEnergy, force: sample.force.map((exact, c) => exact - force[c]) };
}
