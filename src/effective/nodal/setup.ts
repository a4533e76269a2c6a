/** What is known of a nodal model at once, without spins and parameters. */
import { InputError } from '../../errors.ts';
import type { ModelParameters } from '../../exact/model.ts';
import type { Lattice } from '../../lattice/lattice.ts';
import { planeWaves } from '../../lattice/plane-waves.ts';
import { softplus } from '../../numeric/elementary.ts';
import type { ShellChoice } from '../model.ts';
import { chosenShells } from '../shells.ts';
import { type Manifold, nodalManifold } from './manifold.ts';

/** The manifold, the shells and the constants of a nodal model. */
export interface NodalSetup {
  readonly lattice: Lattice;
  readonly temperature: number;
  /** J/2. */
  readonly halfCoupling: number;
  readonly manifold: Manifold;
  /** Numbers of the chosen shells, ascending. */
  readonly shells: readonly number[];
  /** −T Σ log(1 + e^{−(ε_q − μ)/T}) over the others, both spins: what E_0 starts from. */
  readonly outerFreeEnergy: number;
}

export function nodalSetup(parameters: ModelParameters, choice: ShellChoice): NodalSetup {
  const { lattice, coupling, temperature } = parameters;
  checkLattice(lattice);
  checkHopping(parameters);
  if (!(temperature > 0)) throw new InputError('effective.kind: "nodal" expects a temperature above 0, found 0');
  const { waveNumbers } = planeWaves(lattice);
  const manifold = nodalManifold(parameters, waveNumbers);
  return {
    lattice,
    temperature,
    manifold,
    halfCoupling: coupling / 2,
    shells: chosenShells(lattice, choice),
    outerFreeEnergy: manifold.outerEnergies.reduce(
      (sum, energy) => sum - 2 * temperature * softplus(-energy / temperature),
      0,
    ),
  };
}

function checkHopping({ lattice, flux = 0 }: ModelParameters): void {
  if (flux === 0 && !lattice.spec.bonds) return;
  const found = flux === 0 ? 'hopping bond by bond' : `model.flux = ${flux}`;
  throw new InputError(
    `effective.kind: "nodal" expects hopping by neighbour shell, without a flux, found ${found}\n  did you mean "transformer"?`,
  );
}

function checkLattice({ spec, basisCount }: Lattice): void {
  const isPeriodic = spec.boundary.every((boundary) => boundary === 'periodic');
  if (basisCount > 1 || !isPeriodic) {
    const found = basisCount > 1 ? `the ${spec.kind} lattice` : 'an open boundary';
    throw new InputError(
      `effective.kind: "nodal" expects a periodic lattice with one site per cell, where momentum is conserved, found ${found}\n  did you mean "transformer"?`,
    );
  }
  if (spec.twist.every((turns) => Number.isInteger(2 * turns))) return;
  throw new InputError(
    `lattice.twist: "nodal" expects 0 or 0.5, with which orbitals are real, found ${JSON.stringify(spec.twist)}\n  did you mean 0.5?`,
  );
}
