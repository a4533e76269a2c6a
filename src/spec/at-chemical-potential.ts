/** Specs with a filling, when the chemical potential is known that gives it. */
import type { Spec } from './shape.ts';

/** The spec as if its user had given the chemical potential instead of the filling. */
export function atChemicalPotential(spec: Spec, chemicalPotential: number): Spec {
  return { ...spec, model: { ...spec.model, filling: undefined, chemicalPotential } };
}
