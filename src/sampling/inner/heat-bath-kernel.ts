/** Heat bath and overrelaxation as an inner chain of linear models. */
import { defaultEngine, type Engine } from '../../wasm/engine.ts';
import type { ReversibleKernel } from '../interfaces/reversible-kernel.ts';
import { type LocalFieldModel, plainSweeps, type Sweeps } from './heat-bath.ts';
import { type LinearCouplings, wasmSweeps } from './heat-bath-wasm.ts';

/** How many sweeps make a proposal. */
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
  model: LocalFieldModel & Partial<LinearCouplings>,
  temperature: number,
  { sweeps = 2, overrelaxation = 1 }: HeatBathOptions = {},
  engine: Engine = defaultEngine(),
): ReversibleKernel {
  const sweep = createSweeps(model, temperature, engine);
  const logDensity = (spins: Float64Array) => -model.energy(spins) / temperature;
  return {
    name: 'heat bath',
    advance(spins, random) {
      const logDensityBefore = logDensity(spins);
      const isReverse = random.nextUniform() < 0.5;
      sweep(spins, random, { sweeps, overrelaxation, isReverse });
      const evaluations = 2 + sweeps + (sweeps - 1) * overrelaxation;
      return { logDensityBefore, logDensityAfter: logDensity(spins), proposed: 0, accepted: 0, evaluations };
    },
    settings: () => ({}),
    restore: () => {},
  };
}

function createSweeps(model: LocalFieldModel & Partial<LinearCouplings>, temperature: number, engine: Engine): Sweeps {
  const { parameters, others } = model;
  // Without shells, on a single site, there is nothing that kernels could add up.
  if (engine !== 'wasm' || !parameters || !others || parameters.length === 1) return plainSweeps(model, temperature);
  const siteCount = (others.start.length - 1) / (parameters.length - 1);
  return wasmSweeps({ parameters, others }, temperature, siteCount);
}
