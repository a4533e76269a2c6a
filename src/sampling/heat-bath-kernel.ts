/** Heat bath and overrelaxation as an inner chain of linear models. */
import type { RandomStream } from '../numeric/philox.ts';
import { heatBathMove, type LocalFieldModel, overrelaxationMove } from './heat-bath.ts';
import type { ReversibleKernel } from './reversible-kernel.ts';

export interface HeatBathOptions {
  /** Heat-bath sweeps of one advance. */
  readonly sweeps?: number;
  /** Overrelaxation sweeps between two of them. */
  readonly overrelaxation?: number;
}

/**
 * Heat-bath sweeps with overrelaxation in between, all in site order or, as often, all in reverse order.
 *
 * Reversible: every single-spin move is, so the adjoint of the product of all moves is the product in reverse order, which for this palindrome of sweeps is
 * the same advance with the sites in reverse; the mixture of both, chosen by a coin, is its own adjoint.
 */
export function heatBathKernel(
  model: LocalFieldModel,
  temperature: number,
  { sweeps = 2, overrelaxation = 1 }: HeatBathOptions = {},
): ReversibleKernel {
  const logDensity = (spins: Float64Array) => -model.energy(spins) / temperature;
  return {
    name: 'heat bath',
    advance(spins, random) {
      const logDensityBefore = logDensity(spins);
      const isReverse = random.nextUniform() < 0.5;
      for (let sweep = 0; sweep < sweeps; sweep++) {
        if (sweep > 0) for (let k = 0; k < overrelaxation; k++) overrelaxationSweep(model, spins, isReverse);
        heatBathSweep(model, temperature, spins, isReverse, random);
      }
      const evaluations = 2 + sweeps + (sweeps - 1) * overrelaxation;
      return { logDensityBefore, logDensityAfter: logDensity(spins), proposed: 0, accepted: 0, evaluations };
    },
    settings: () => ({}),
    restore: () => {},
  };
}

/** Alone, in one order always, it is not reversible. */
export function heatBathSweep(
  model: LocalFieldModel,
  temperature: number,
  spins: Float64Array,
  isReverse: boolean,
  random: RandomStream,
): void {
  const siteCount = spins.length / 3;
  for (let k = 0; k < siteCount; k++) {
    heatBathMove(model, temperature, spins, isReverse ? siteCount - 1 - k : k, random);
  }
}

function overrelaxationSweep(model: LocalFieldModel, spins: Float64Array, isReverse: boolean): void {
  const siteCount = spins.length / 3;
  for (let k = 0; k < siteCount; k++) overrelaxationMove(model, spins, isReverse ? siteCount - 1 - k : k);
}
