/** Models that the nodal determinant is tried on. */
import type { ModelParameters } from '../../../src/exact/model.ts';
import { createLattice } from '../../../src/lattice/create.ts';
import type { LatticeSpec } from '../../../src/lattice/lattice.ts';
import { fillNormal } from '../../../src/numeric/normal.ts';
import { philoxStream } from '../../../src/numeric/philox.ts';

export function parametersOf(spec: LatticeSpec, changes: Partial<ModelParameters> = {}): ModelParameters {
  const common = { hopping: [1], coupling: 1, chemicalPotential: 0, temperature: 0.05, exchange: [], tolerance: 1e-11 };
  return { lattice: createLattice(spec), field: [0, 0, 0], ...common, ...changes };
}

export const systems: [string, ModelParameters][] = [
  ['square, half filled', parametersOf({ kind: 'square', size: [6, 6] })],
  [
    'square, 4 × 6, t′, away from half filling',
    parametersOf({ kind: 'square', size: [4, 6] }, { hopping: [1, -0.3], chemicalPotential: -1.37, temperature: 0.2 }),
  ],
  ['square, μ = −1, one group', parametersOf({ kind: 'square', size: [6, 6] }, { chemicalPotential: -1 })],
  ['square, antiperiodic', parametersOf({ kind: 'square', size: [4, 4], twist: [0.5, 0.5] })],
  ['triangular', parametersOf({ kind: 'triangular', size: [3, 3] }, { chemicalPotential: 0.02 })],
  ['chain', parametersOf({ kind: 'chain', size: [8] })],
  ['cubic', parametersOf({ kind: 'cubic', size: [4, 2, 2] })],
];

/** Moves all parameters away from where they started. */
export function shake(parameters: Float64Array, amplitude = 0.1): void {
  const noise = new Float64Array(parameters.length);
  fillNormal(philoxStream(11, 0), noise);
  for (let k = 0; k < parameters.length; k++) parameters[k] += amplitude * noise[k];
}
