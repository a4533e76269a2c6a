/** The flow of a run, ready to propose with. */
import type { ModelParameters } from '../../exact/model.ts';
import { learnedBase } from '../../flow/base.ts';
import type { Flow } from '../../flow/flow.ts';
import { type LearnedFlow, loadFlow } from '../../flow/flow-files.ts';
import type { ProposalModels } from '../../sampling/inner/inner-chain.ts';

/** The flow on the lattice of `parameters`, on the learned model where there is one. Throws InputError where it was trained on another lattice or base, and for a damaged one. */
export function flowOn(
  { lattice, temperature }: Pick<ModelParameters, 'lattice' | 'temperature'>,
  flow: LearnedFlow,
  models: ProposalModels | undefined,
): Flow {
  return loadFlow(lattice, flow, models && learnedBase(models.effective, temperature));
}
