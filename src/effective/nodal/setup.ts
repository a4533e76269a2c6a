/** Everything about a nodal model that neither spins nor parameters change. */
import { InputError } from '../../errors.ts';
import type { ModelParameters } from '../../exact/model.ts';
import type { Lattice } from '../../lattice/lattice.ts';
import { type PlaneWaves, planeWaves } from '../../lattice/plane-waves.ts';
import { softplus } from '../../numeric/elementary.ts';
import type { ShellChoice } from '../model.ts';
import { chosenShells } from '../shells.ts';
import { type Groups, groupOrbitals, linksOf, reordered } from './groups.ts';
import { type Manifold, nodalManifold } from './manifold.ts';
import { operatorOf, realOrbitals, type SiteMatrix } from './orbitals.ts';
import { type Propagator, propagator } from './propagators.ts';
import { type ShellSums, shellSums } from './shell-sums.ts';

/** The part of it that is known at once. */
export interface NodalSetup {
  readonly lattice: Lattice;
  readonly temperature: number;
  /** J/2. */
  readonly halfCoupling: number;
  readonly waveNumbers: PlaneWaves['waveNumbers'];
  readonly manifold: Manifold;
  /** Numbers of the chosen shells, ascending. */
  readonly shells: readonly number[];
  /** −T Σ log(1 + e^{−(ε_q − μ)/T}) over the others, both spins: what E_0 starts from. */
  readonly outerFreeEnergy: number;
}

/** What evaluations need on top: seconds of work and N² numbers for every level on large lattices, so not before the first. */
export interface NodalSpace extends NodalSetup {
  readonly groups: Groups;
  readonly shellSums: ShellSums;
  /** H_0 between orbitals of the manifold, (m × m). */
  readonly bare: Float64Array;
  /** Σ_{q∈l} |q⟩ (ε_q − μ)⁻¹ ⟨q| by level, one set of parameters each for second and third order. */
  readonly second: Propagator;
  readonly third: Propagator;
  /** The same with (ε_q − μ)⁻². */
  readonly loss: Propagator;
}

export function nodalSetup(parameters: ModelParameters, choice: ShellChoice): NodalSetup {
  const { lattice, coupling, temperature } = parameters;
  checkLattice(lattice);
  if (!(temperature > 0)) throw new InputError('effective.kind: "nodal" expects a temperature above 0, found 0');
  const { waveNumbers } = planeWaves(lattice);
  const manifold = nodalManifold(parameters, waveNumbers);
  return {
    lattice,
    temperature,
    waveNumbers,
    manifold,
    halfCoupling: coupling / 2,
    shells: chosenShells(lattice, choice),
    outerFreeEnergy: manifold.outerEnergies.reduce(
      (sum, energy) => sum - 2 * temperature * softplus(-energy / temperature),
      0,
    ),
  };
}

export function nodalSpace(setup: NodalSetup): NodalSpace {
  const { lattice, waveNumbers, manifold, shells } = setup;
  const { momenta, energies, outerMomenta, outerEnergies, level, levels } = manifold;
  const inner = (factor: (index: number) => number) => operatorOf(lattice, waveNumbers, momenta, factor);
  const groups = groupOrbitals(
    realOrbitals(
      inner(() => 1),
      lattice.siteCount,
      manifold,
    ),
  );
  const outer = (factor: (energy: number) => number) =>
    levels.map((_, l) => {
      const atLevel = (q: number) => (level[q] === l ? factor(outerEnergies[q]) : 0);
      return reordered(operatorOf(lattice, waveNumbers, outerMomenta, atLevel), groups);
    });
  const inverse = outer((energy) => 1 / energy);
  const square = outer((energy) => 1 / (energy * energy));
  const links = linksOf(inverse, groups);
  return {
    ...setup,
    groups,
    shellSums: shellSums(lattice, shells, groups.siteOrder),
    bare: betweenOrbitals(
      reordered(
        inner((k) => energies[k]),
        groups,
      ),
      groups,
    ),
    second: propagator(inverse, links),
    third: propagator(inverse, links),
    loss: propagator(square, linksOf(square, groups)),
  };
}

/** The matrix Φ K Φᵀ between orbitals. */
function betweenOrbitals(matrix: SiteMatrix, { orbitals, siteOrder }: Groups): Float64Array {
  const count = siteOrder.length;
  const rows = Array.from({ length: orbitals.length / count }, (_, a) => orbitals.subarray(a * count, (a + 1) * count));
  const images = rows.map((row) =>
    siteOrder.map((_, j) => row.reduce((sum, v, i) => sum + v * matrix[i * count + j], 0)),
  );
  return Float64Array.from(
    images.flatMap((image) => rows.map((row) => row.reduce((sum, v, j) => sum + v * image[j], 0))),
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
