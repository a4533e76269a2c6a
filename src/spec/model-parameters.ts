/** The parameters of the model of a spec. */
import type { ModelParameters } from '../exact/model.ts';
import { createLattice } from '../lattice/create.ts';
import type { Spec } from './spec.ts';

/** The lattice and the parameters of the exact model that a spec describes. */
export function modelParameters({ lattice, model }: Spec): ModelParameters {
  return { lattice: createLattice(lattice), ...model };
}
