/** What a flow costs, in nanoseconds, counted and not timed. */
import { chosenShells } from '../../effective/shells.ts';
import type { SpinFermionModel } from '../../exact/model.ts';
import type { FlowChoice } from '../../flow/choice.ts';
import { coloursOf } from '../../flow/schedule.ts';
import type { Lattice } from '../../lattice/lattice.ts';
import { flowBaseOf, methodOf } from '../../spec/learns.ts';
import type { Spec } from '../../spec/spec.ts';
import { FORCE_FACTOR } from '../force-factor.ts';
import { flowBudget, flowChoiceOf } from './flow-choice.ts';

/** Nanoseconds of a spin that moves, and besides by shell: of sums alone, or by shell and site of attention. */
const MOVE_COST = { fisher: 250, spline: 550 };
const SHELL_COST = { shells: 23, attention: 0.84 };

/** Passes, there or back, of a proposal: from uniform spins there and, for its density, back; of an inner chain first back to where that goes on; of an annealing there alone. */
const PASSES = { uniform: 2, chain: 3, annealing: 1 };
/** Passes that the training takes for a configuration beside its exact weight, with reverse mode there and back: 5 to 8 at 4 × 4 to 8 × 8. */
const TRAINING_PASSES = 6;

/** One pass through all layers. */
function passCost(lattice: Lattice, { layers, colours, map, conditioner, shells = 'all' }: FlowChoice): number {
  const moved = (layers * lattice.siteCount) / new Set(coloursOf(lattice, colours)).size;
  const shellCost = conditioner === 'shells' ? SHELL_COST.shells : SHELL_COST.attention * lattice.siteCount;
  return moved * (MOVE_COST[map] + shellCost * chosenShells(lattice, shells).length);
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
