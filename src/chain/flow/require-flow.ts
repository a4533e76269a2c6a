/** Which flows can be trained: what is refused before anything is computed. */
import { InputError } from '../../errors.ts';
import { createFlow } from '../../flow/flow.ts';
import { spinCount } from '../../lattice/disorder/occupation.ts';
import type { Lattice } from '../../lattice/lattice.ts';
import type { Spec } from '../../spec/spec.ts';
import { FLOW_EVALUATIONS, leastFlowBudget } from '../../training/flow/flow-plan.ts';
import { count } from '../../words/count.ts';
import { withSection } from '../with-section.ts';
import { flowBudget, flowChoiceOf, roundOf } from './flow-choice.ts';

/** The largest number of sites and of layers: nothing of this size could be trained. */
const LARGEST = 1000;

/** Throws InputError, naming the key, for a flow that cannot be made, or not be trained with what that may cost. */
export function requireFlow(spec: Spec, lattice: Lattice): void {
  const { siteCount } = lattice;
  const missing = siteCount - spinCount(lattice);
  if (missing > 0)
    throw new InputError(
      `disorder.missing_spins: expected none with a flow, whose layers move the spins of all sites, found ${count(missing, 'site')} without a spin`,
    );
  if (siteCount > LARGEST)
    throw new InputError(`lattice.size: expected at most ${LARGEST} sites for a flow, found ${siteCount}`);
  const choice = flowChoiceOf(spec, lattice);
  if (choice.layers > LARGEST)
    throw new InputError(
      `flow.layers: expected at most ${LARGEST}, found ${choice.layers}: nothing of this size could be trained`,
    );
  const least = leastFlowBudget(choice.layers, roundOf(spec, lattice), false);
  const budget = flowBudget(spec);
  if (budget < least)
    throw new InputError(
      `flow.exact_evaluations: expected at least ${least} to train ${count(choice.layers, 'layer')}, found ${budget}\n  did you mean ${Math.max(FLOW_EVALUATIONS, 2 * least)}?`,
    );
  withSection('flow', () => createFlow(lattice, { ...choice, layers: 1 }));
}
