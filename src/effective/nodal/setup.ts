/** Everything about a nodal model that neither spins nor parameters change. */
import { InputError } from '../../errors.ts';
import type { ModelParameters } from '../../exact/model.ts';
import type { Lattice } from '../../lattice/lattice.ts';
import { planeWaves } from '../../lattice/plane-waves.ts';
import { softplus } from '../../numeric/elementary.ts';
import type { ShellChoice } from '../model.ts';
import { chosenShells } from '../shells.ts';
import { formFactor } from './band.ts';
import { type Fourier, fourier } from './fourier.ts';
import { type Manifold, nodalManifold } from './manifold.ts';
import { type Vertex, vertexBetween } from './vertex.ts';

export interface NodalSetup {
  readonly lattice: Lattice;
  readonly temperature: number;
  readonly manifold: Manifold;
  readonly fourier: Fourier;
  /** 0, the site itself, then the shells of the choice. */
  readonly shells: readonly number[];
  /** P_s(q) of every one of these shells. */
  readonly formFactors: readonly Float64Array[];
  /** Between momenta of the manifold, and from it to all others. */
  readonly inner: Vertex;
  readonly outer: Vertex;
  /** −T Σ log(1 + e^{−(ε_q − μ)/T}) over the others, both spins: what E_0 starts from. */
  readonly outerFreeEnergy: number;
}

export function nodalSetup(parameters: ModelParameters, choice: ShellChoice): NodalSetup {
  const { lattice, coupling, temperature } = parameters;
  checkLattice(lattice);
  if (!(temperature > 0)) throw new InputError('effective.kind: "nodal" expects a temperature above 0, found 0');
  const { waveNumbers } = planeWaves(lattice);
  const manifold = nodalManifold(parameters, waveNumbers);
  const shells = [0, ...chosenShells(lattice, choice)];
  const vertexTo = (columns: Int32Array) =>
    vertexBetween(lattice, waveNumbers, coupling / 2, manifold.momenta, columns);
  return {
    ...{ lattice, temperature, manifold, shells, fourier: fourier(lattice) },
    formFactors: shells.map((shell) => formFactor(lattice, shell, waveNumbers)),
    inner: vertexTo(manifold.momenta),
    outer: vertexTo(manifold.outerMomenta),
    outerFreeEnergy: manifold.outerEnergies.reduce(
      (sum, energy) => sum - 2 * temperature * softplus(-energy / temperature),
      0,
    ),
  };
}

function checkLattice({ spec, basisCount }: Lattice): void {
  if (basisCount === 1 && spec.boundary.every((boundary) => boundary === 'periodic')) return;
  const found = basisCount > 1 ? `the ${spec.kind} lattice` : 'an open boundary';
  throw new InputError(
    `effective.kind: "nodal" expects a periodic lattice with one site per cell, where momentum is conserved, found ${found}\n  did you mean "transformer"?`,
  );
}
