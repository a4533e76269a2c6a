/** Delayed acceptance: J. A. Christen and C. Fox, J. Comput. Graph. Stat. 14, 795 (2005). */
import type { EffectiveModel } from '../../effective/model.ts';
import type { SpinFermionModel } from '../../exact/model.ts';
import { screenedKernel } from '../inner/screened.ts';
import type { ReversibleKernel } from '../interfaces/reversible-kernel.ts';
import type { Sampler } from '../interfaces/sampler.ts';
import { selfLearningSampler } from './self-learning.ts';

/**
 * A cheap model proposes, a better one screens, the exact weight decides; each stage divides out the one before.
 *
 * It is self-learning whose inner chain is itself self-learning. With `proposals` > 1 the better model's chain makes so many steps before the
 * exact weight is asked. An exact evaluation is saved whenever the screen lets nothing pass. `innerProposed` and `innerAccepted` count the screen's decisions.
 */
export function delayedAcceptanceSampler(
  model: SpinFermionModel,
  better: Pick<EffectiveModel, 'lattice' | 'energy'>,
  cheap: ReversibleKernel,
  proposals = 1,
): Sampler {
  const kernel = screenedKernel(better, model.parameters.temperature, cheap, proposals);
  return { ...selfLearningSampler(model, kernel), name: 'delayed-acceptance' };
}
