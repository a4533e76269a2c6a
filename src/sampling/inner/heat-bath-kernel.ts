/** Heat bath and overrelaxation as an inner chain of linear models. */
import { isMissing } from '../../spins/tangent.ts';
import { defaultEngine, type Engine } from '../../wasm/engine.ts';
import type { ReversibleKernel } from '../interfaces/reversible-kernel.ts';
import { type LocalFieldModel, plainSweeps, type Sweeps } from './heat-bath.ts';
import { type LinearCouplings, wasmSweeps } from './heat-bath-wasm.ts';
import type { DrawSites } from './random-block.ts';

/** How many sweeps make a proposal, and of which sites. */
export interface HeatBathOptions {
  /** Heat-bath sweeps of one advance. */
  readonly sweeps?: number;
  /** Overrelaxation sweeps between two of them. */
  readonly overrelaxation?: number;
  /** Draws the sites of one advance, whatever the spins are; all sites where left out. */
  readonly drawSites?: DrawSites;
}

/**
 * Heat-bath sweeps with overrelaxation in between, all in site order or, as often, all in reverse order, of all sites or of some that are drawn for every advance.
 *
 * Reversible: every single-spin move is, so the adjoint of the product of all moves is the product in reverse order, which for this palindrome of sweeps is
 * the same advance with the sites in reverse; the mixture of both, chosen by a coin, is its own adjoint. So it is for any list of sites, and a mixture of reversible kernels is reversible
 * where the choice between them knows nothing of the spins.
 */
export function heatBathKernel(
  model: LocalFieldModel & Partial<LinearCouplings>,
  temperature: number,
  options: HeatBathOptions = {},
  engine: Engine = defaultEngine(),
): ReversibleKernel {
  return heatBathKernels(model, options, engine)(temperature);
}

/** The kernels of all temperatures, which share their tables. */
export function heatBathKernels(
  model: LocalFieldModel & Partial<LinearCouplings>,
  { sweeps = 2, overrelaxation = 1, drawSites }: HeatBathOptions = {},
  engine: Engine = defaultEngine(),
): (temperature: number) => ReversibleKernel {
  const sweep = createSweeps(model, engine);
  return (temperature) => {
    const logDensity = (spins: Float64Array) => -model.energy(spins) / temperature;
    return {
      name: 'heat bath',
      logDensity,
      advance(spins, random) {
        const logDensityBefore = logDensity(spins);
        const sites = drawSites?.(random) ?? everySite(spins);
        const isReverse = random.nextUniform() < 0.5;
        sweep(spins, random, { temperature, sites, sweeps, overrelaxation, isReverse });
        const evaluations = 2 + ((sweeps + (sweeps - 1) * overrelaxation) * sites.length) / (spins.length / 3);
        return { logDensityBefore, logDensityAfter: logDensity(spins), proposed: 0, accepted: 0, evaluations };
      },
      settings: () => ({}),
      restore: () => {},
    };
  };
}

/** All sites but those without a spin, which have the spin 0. */
function everySite(spins: Float64Array): Int32Array {
  const sites = new Int32Array(spins.length / 3);
  let count = 0;
  for (let i = 0; i < sites.length; i++) if (!isMissing(spins, 3 * i)) sites[count++] = i;
  return sites.subarray(0, count);
}

function createSweeps(model: LocalFieldModel & Partial<LinearCouplings>, engine: Engine): Sweeps {
  const { parameters, others, forms } = model;
  // Without shells, on a single site, there is nothing that kernels could add up.
  if (engine !== 'wasm' || !parameters || !others || parameters.length === 1) return plainSweeps(model);
  const siteCount = (others.start.length - 1) / (parameters.length - 1);
  return wasmSweeps({ parameters, others, ...(forms && { forms }) }, siteCount);
}
