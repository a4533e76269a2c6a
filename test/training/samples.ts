/** Configurations to learn from. */
import type { EffectiveModel } from '../../src/effective/model.ts';
import type { SpinFermionModel } from '../../src/exact/model.ts';
import type { Lattice } from '../../src/lattice/lattice.ts';
import { namedConfiguration } from '../../src/spins/named.ts';
import type { TrainingSample } from '../../src/training/fit/data-set.ts';

export function randomSpins(lattice: Lattice, seed: number): Float64Array {
  return namedConfiguration('random', lattice, { seed });
}

/** A sample as if `model` were the exact one. */
export function sampleOf(model: EffectiveModel, spins: Float64Array): Required<Omit<TrainingSample, 'weight'>> {
  const force = new Float64Array(spins.length);
  return { spins, freeEnergy: model.energyAndForce(spins, force), force };
}

export function exactSample(model: SpinFermionModel, spins: Float64Array): Required<Omit<TrainingSample, 'weight'>> {
  const force = new Float64Array(spins.length);
  return { spins, freeEnergy: -model.parameters.temperature * model.logWeightAndForce(spins, force), force };
}

export function withoutForce({ force: _, ...sample }: TrainingSample): TrainingSample {
  return sample;
}

export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Array.from(a).reduce((worst, value, k) => Math.max(worst, Math.abs(value - b[k])), 0);
}

export function times<Value>(count: number, make: (index: number) => Value): Value[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
