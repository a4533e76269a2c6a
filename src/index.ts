/**
 * spinformer: exact, self-learning Monte Carlo for electrons coupled to classical spins.
 *
 * This entry is free of Node built-ins and runs in browsers; the same input gives the same bits everywhere.
 */

export { InputError } from './errors.ts';
export { createModel, type ModelOptions } from './exact/create.ts';
export type { Engine, LocalUpdater, Measurement, ModelParameters, Route, SpinFermionModel } from './exact/model.ts';
export { densityOfStates } from './exact/spectrum/density-of-states.ts';
export { bipartition } from './lattice/bipartition.ts';
export { createLattice } from './lattice/create.ts';
export type { Bond, Boundary, Lattice, LatticeKind, LatticeSpec, SymmetryOperation } from './lattice/lattice.ts';
export { momenta } from './lattice/momenta.ts';
export { pointGroup, translations } from './lattice/symmetry.ts';
export { perturbDirection, randomDirection } from './numeric/directions.ts';
export { philoxStream, type RandomStream } from './numeric/philox.ts';
export { type ConfigurationName, type ConfigurationOptions, namedConfiguration } from './spins/named.ts';
export { permuteConfiguration, rotateConfiguration } from './spins/transform.ts';
export { validateConfiguration } from './spins/validate.ts';
