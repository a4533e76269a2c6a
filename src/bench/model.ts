/** The model of every measurement. */
import { createModel } from '../exact/create.ts';
import type { Route, SpinFermionModel } from '../exact/model.ts';
import { createLattice } from '../lattice/create.ts';
import type { Lattice } from '../lattice/lattice.ts';
import type { Engine } from '../wasm/engine.ts';

/** The parameters t = J = 1, β = 20, μ = 0, default tolerance. */
export const MODEL = {
  hopping: [1],
  coupling: 1,
  chemicalPotential: 0,
  temperature: 0.05,
  exchange: [],
  tolerance: 1e-8,
  field: [0, 0, 0] as const,
};

/** The square lattice of this length, periodic. */
export function benchLattice(length: number): Lattice {
  return createLattice({ kind: 'square', size: [length, length] });
}

export function benchModel(length: number, route: Route = 'quaternion', engine: Engine = 'wasm'): SpinFermionModel {
  return createModel({ ...MODEL, lattice: benchLattice(length) }, { route, engine });
}
