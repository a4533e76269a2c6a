/** What a flow costs, in nanoseconds, counted and not timed. */
import { chosenShells, neighbourRows } from '../../effective/shells.ts';
import type { SpinFermionModel } from '../../exact/model.ts';
import type { FlowChoice } from '../../flow/choice.ts';
import { coloursOf } from '../../flow/schedule.ts';
import type { Lattice } from '../../lattice/lattice.ts';
import { flowBaseOf, methodOf } from '../../spec/learns.ts';
import type { Spec } from '../../spec/spec.ts';
import { FORCE_FACTOR } from '../force-factor.ts';
import { flowBudget, flowChoiceOf } from './flow-choice.ts';

/** Nanoseconds of a layer by pair of a site and a neighbour in its shells, and by spin that moves. */
const PAIR_COST = 11;
const MOVE_COST = 3000;

/** Passes, there or back, of a proposal: from uniform spins there and, for its density, back; of an inner chain first back to where that goes on; of an annealing there alone. */
const PASSES = { uniform: 2, chain: 3, annealing: 1 };
/** Passes that a step of the training takes beside the exact weight, by configuration: there and back, the latter with its reverse mode, and the reverse mode of the former. */
const TRAINING_PASSES = 8;

/** One pass through all layers. */
function passCost(lattice: Lattice, { layers, colours, shells = 'all' }: FlowChoice): number {
  const { entry } = neighbourRows(lattice, chosenShells(lattice, shells));
  const turns = new Set(coloursOf(lattice, colours)).size;
  return layers * (PAIR_COST * entry.length + (MOVE_COST * lattice.siteCount) / turns);
}

/** What the flow of a spec adds to a proposal; 0 where there is none. */
export function flowCost(spec: Spec, lattice: Lattice): number {
  const base = flowBaseOf(spec);
  if (base === 'none') return 0;
  const kind = base === 'uniform' ? base : methodOf(spec).anneals ? 'annealing' : 'chain';
  return PASSES[kind] * passCost(lattice, flowChoiceOf(spec, lattice));
}

/** The training of the flow of a spec; 0 where there is none. */
export function flowTrainingCost(
  spec: Spec,
  { cost, parameters }: Pick<SpinFermionModel, 'cost' | 'parameters'>,
): number {
  if (flowBaseOf(spec) === 'none') return 0;
  const pass = passCost(parameters.lattice, flowChoiceOf(spec, parameters.lattice));
  return flowBudget(spec) * (FORCE_FACTOR * cost + TRAINING_PASSES * pass);
}
