/** The bonds of a finite lattice: a shell of displacements laid out from every site. */
import { type Displacement, targetOf } from './displacements.ts';
import { cartesian, type IntegerVector, type Place, plus } from './integer.ts';
import type { InfiniteLattice } from './kinds/infinite-lattice.ts';
import type { Bond, LatticeGrid } from './lattice.ts';
import type { Shell } from './shells.ts';
import { cells, places, siteOf, wrap } from './sites.ts';

/** A displacement as seen from its basis site in cell 0. */
interface Step {
  readonly target: Place;
  readonly displacement: readonly number[];
}

/** The bonds of a shell, in the order of their first sites. Those that cross an open boundary are left out. */
export function bondsOfShell(infinite: InfiniteLattice, spec: LatticeGrid, shell: Shell): Bond[] {
  const steps = infinite.basis.map((_, basis) => stepsFrom(infinite, shell, basis));
  return places(infinite, spec.size).flatMap(({ cell, basis }, from) =>
    steps[basis].flatMap((step) => bond(infinite, spec, from, cell, step) ?? []),
  );
}

/** The bonds from every cell along one displacement. */
export function bondsAlong(infinite: InfiniteLattice, spec: LatticeGrid, displacement: Displacement): Bond[] {
  const step = { target: targetOf(infinite, displacement), displacement: cartesian(infinite, displacement.vector) };
  return cells(spec.size).flatMap((cell) => {
    const from = siteOf(infinite, spec.size, { cell, basis: displacement.basis });
    return bond(infinite, spec, from, cell, step) ?? [];
  });
}

function stepsFrom(infinite: InfiniteLattice, shell: Shell, basis: number): Step[] {
  const displacements = shell.filter((displacement) => displacement.basis === basis);
  return displacements.map((displacement) => ({
    target: targetOf(infinite, displacement),
    displacement: cartesian(infinite, displacement.vector),
  }));
}

function bond(
  infinite: InfiniteLattice,
  spec: LatticeGrid,
  from: number,
  cell: IntegerVector,
  { target, displacement }: Step,
): Bond | undefined {
  const wrapped = wrap(spec, plus(cell, target.cell));
  if (!wrapped) return undefined;
  const to = siteOf(infinite, spec.size, { cell: wrapped.cell, basis: target.basis });
  const turns = wrapped.winding.reduce((sum, winding, d) => sum + winding * spec.twist[d], 0);
  return { from, to, turns, displacement };
}
