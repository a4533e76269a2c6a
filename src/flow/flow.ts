/**
 * An O(3)-equivariant flow of spins: S = f(z) on the product of N spheres, invertible, with its exact density.
 *
 * Layers move the colours of the sites in turn. log q(S) is that of z less Σ log g′ over all layers and moved spins; z is uniform, or distributed as a learned energy wants. For scalar fields such flows are due to M. S. Albergo, G. Kanwar and P. E. Shanahan, Phys. Rev. D 100,
 * 034515 (2019), and on spheres to D. J. Rezende et al., ICML 2020; the conditioner has the form of the equivariant attention of A. Tomiya and Y. Nagai, arXiv:2310.13222.
 */
import { chosenShells, neighbourRows } from '../effective/shells.ts';
import { InputError } from '../errors.ts';
import { spinCount } from '../lattice/disorder/occupation.ts';
import type { Lattice } from '../lattice/lattice.ts';
import { defaultEngine, type Engine } from '../wasm/engine.ts';
import { type FlowBase, uniformBase } from './base.ts';
import { checkedStack } from './checked-stack.ts';
import { checkFlowChoice, DEFAULT_CONDITIONER, type FlowChoice } from './choice.ts';
import { createFlowKernels } from './engines.ts';
import type { FieldKind } from './fields.ts';
import { flowParameterNames } from './parameters.ts';
import { coloursOf, scheduleOf } from './schedule.ts';
import { type Stack, stackOf } from './stack.ts';
import { flowTables } from './tables.ts';

/** A flow on one lattice of N sites. Spins and z are 3N numbers, unit vectors site after site. */
export interface Flow extends Stack {
  readonly lattice: Lattice;
  /** The choice that makes it again, with its conditioner and its shells by number. */
  readonly choice: FlowChoice & { readonly conditioner: FieldKind };
  /** The kernels that it has; both give the same bits. */
  readonly engine: Engine;
  /** What z is distributed as. */
  readonly base: FlowBase;
  /** θ, live. All zero makes f the identity. */
  readonly parameters: Float64Array;
  readonly parameterNames: readonly string[];
}

/** Bins of a spline. */
const BINS = 8;

/** Every sphere has its layer, and the base its area. */
function requireAllSpins(lattice: Lattice): void {
  const missing = lattice.siteCount - spinCount(lattice);
  if (missing > 0)
    throw new InputError(`lattice: expected a spin on every site for a flow, found ${missing} without one`);
}

/**
 * The flow of a choice on a base, uniform spins where left out, with all parameters zero: the identity. Throws InputError for a bad choice, and for a lattice with missing spins.
 *
 * Per layer 4(n_s + 1) + n_s parameters with n_s shells, and with splines (n_s + 1) for each of their 17.
 */
export function createFlow(
  lattice: Lattice,
  choice: FlowChoice,
  base: FlowBase = uniformBase(lattice.siteCount),
  engine: Engine = defaultEngine(),
): Flow {
  checkFlowChoice(choice);
  requireAllSpins(lattice);
  const shells = chosenShells(lattice, choice.shells ?? 'all');
  const kind = choice.conditioner ?? DEFAULT_CONDITIONER;
  const shape = { shellCount: shells.length, splineCount: choice.map === 'spline' ? 2 * BINS + 1 : 0 };
  const turns = scheduleOf(coloursOf(lattice, choice.colours), choice.layers, base.isUniform);
  const tables = flowTables(kind, shape, lattice.siteCount, turns, neighbourRows(lattice, shells));
  const kernels = createFlowKernels(engine, tables);
  const { parameters } = kernels;
  return {
    lattice,
    choice: { ...choice, conditioner: kind, shells },
    engine,
    base,
    parameters,
    parameterNames: flowParameterNames(shape, kind, shells, choice.layers),
    ...checkedStack(stackOf(kernels, base), lattice.siteCount, parameters.length),
  };
}
