/** The inner chain that suits a learned model. */
import type { LinearModel } from '../../effective/linear.ts';
import type { EffectiveModel } from '../../effective/model.ts';
import { effectiveHmc } from '../../sampling/effective-hmc.ts';
import { heatBathKernel } from '../../sampling/heat-bath-kernel.ts';
import type { ReversibleKernel } from '../../sampling/reversible-kernel.ts';

/** short: most effective samples per second. decorrelated: forgets where it began, so that acceptances can be compared. */
export type InnerLength = 'short' | 'decorrelated';

const SWEEPS = { short: 2, decorrelated: 10 };
const TRAJECTORIES = { short: 3, decorrelated: 10 };

/** Heat bath and overrelaxation where the energy is linear in every spin, trajectories elsewhere. */
export function innerChain(model: EffectiveModel, temperature: number, length: InnerLength): ReversibleKernel {
  return isLinear(model)
    ? heatBathKernel(model, temperature, { sweeps: SWEEPS[length] })
    : effectiveHmc(model, temperature, { trajectories: TRAJECTORIES[length] });
}

function isLinear(model: EffectiveModel): model is LinearModel {
  return 'field' in model;
}
