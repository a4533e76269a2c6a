/** A chemical potential that stands in for one that is still to be found. */
import { levelBound } from '../exact/couplings.ts';
import { particleHoleSymmetric } from '../exact/symmetry/particle-hole.ts';
import { atChemicalPotential } from './at-chemical-potential.ts';
import { latticeOf } from './lattice-of.ts';
import type { Spec } from './shape.ts';

/**
 * The spec with a chemical potential that would fill a band of constant density as wanted, where its filling leaves it open; others as they are. It serves questions whose answer does
 * not depend on the value: what the program refuses, which symmetries there are, what an evaluation costs. At half filling it is the exact one where symmetry gives it.
 */
export function withStandIn(spec: Spec): Spec {
  const { filling } = spec.model;
  if (filling === undefined) return spec;
  const parameters = { ...spec.model, lattice: latticeOf(spec) };
  if (filling === 1 && particleHoleSymmetric(parameters)) return atChemicalPotential(spec, 0);
  const edge = levelBound(parameters);
  // Never 0 by accident: half filling at μ = 0 is a symmetry that the model does not have.
  return atChemicalPotential(spec, filling === 1 ? edge / 16 : (filling - 1) * edge);
}
