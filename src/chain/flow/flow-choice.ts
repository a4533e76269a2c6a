/** Which flow a spec asks for, with what follows from its lattice. */
import type { FlowChoice } from '../../flow/choice.ts';
import { layersOfRound } from '../../flow/schedule.ts';
import type { Lattice } from '../../lattice/lattice.ts';
import { flowBaseOf } from '../../spec/learns.ts';
import type { Spec } from '../../spec/spec.ts';
import { FLOW_EVALUATIONS } from '../../training/flow/flow-plan.ts';

/** One round of layers, unless the spec says how many. */
export function flowChoiceOf(spec: Spec, lattice: Lattice): FlowChoice {
  const { colours = 'sites', map = 'spline', conditioner, shells = 'all', layers = roundOf(spec, lattice) } = spec.flow;
  return { layers, colours, map, conditioner, shells };
}

/** The layers of the first round of a flow. */
export const roundOf = (spec: Spec, lattice: Lattice): number =>
  layersOfRound(lattice, spec.flow.colours ?? 'sites', flowBaseOf(spec) === 'uniform');

/** The exact evaluations that the training of a flow may take. */
export const flowBudget = ({ flow }: Pick<Spec, 'flow'>): number => flow.exactEvaluations ?? FLOW_EVALUATIONS;
