/** A uniform magnetic field through a planar lattice, in Landau gauge. */
import { locate, plus, pointOf } from './integer.ts';
import type { InfiniteLattice } from './kinds/infinite-lattice.ts';
import type { Bond, Lattice, LatticeGrid } from './lattice.ts';
import { basisOf, cellOf, wrap } from './sites.ts';

/** What decides whether a flux fits a lattice. */
interface Plane extends Pick<LatticeGrid, 'boundary'> {
  readonly cells: number;
  readonly infinite: Pick<InfiniteLattice, 'dimension' | 'plaquettes'>;
}

/** Rounding of decimals like 0.333333333333. */
const TOLERANCE = 1e-9;
const LARGEST_DENOMINATOR = 10000;

/** Why a flux per elementary plaquette, in units of 2π, does not fit: only whole numbers of flux quanta go through a closed surface. Undefined where it fits. */
export function fluxFault(flux: number, { cells, boundary, infinite }: Plane): string | undefined {
  if (infinite.dimension !== 2)
    return flux === 0 ? undefined : 'no flux but on planar lattices, where plaquettes have an inside';
  const { plaquettes = 1 } = infinite;
  const total = flux * plaquettes * cells;
  if (boundary.includes('open') || Math.abs(total - Math.round(total)) <= TOLERANCE * Math.max(1, Math.abs(total)))
    return undefined;
  const multiples = Array.from({ length: LARGEST_DENOMINATOR }, (_, k) => k + 1);
  const fitting = multiples.find(
    (n) => Math.abs(flux * plaquettes * n - Math.round(flux * plaquettes * n)) <= TOLERANCE,
  );
  const sizes = fitting ? `, as with sizes of a multiple of ${fitting} unit cells` : '';
  const nearest = Math.round(total) / (plaquettes * cells);
  return `a whole number of flux quanta through the whole lattice${sizes}, or here ${nearest}`;
}

/**
 * The phase θ, in turns, that a flux adds to a bond. With u and v the coordinates in units of primitive vectors a_1 and a_2, and Φ the flux of a cell, hopping r → r' gets Φ ∫ u dv = Φ (u + u')(v' − v)/2
 * on the straight line. Periodic states obey ψ(r + L_1 a_1) = e^{−2πi Φ L_1 v} ψ(r) and ψ(r + L_2 a_2) = ψ(r), twists aside. Around a
 * plaquette, counter-clockwise, the phases add up to its flux.
 */
export function fluxTurns(lattice: Lattice, flux: number): (bond: Bond) => number {
  const { infinite, spec } = lattice;
  const { scale, plaquettes = 1, primitiveVectors } = infinite;
  const [[ax, ay], [bx, by]] = primitiveVectors;
  const area = ax * by - ay * bx;
  const ofCell = flux * plaquettes * (area > 0 ? 1 : -1);
  return ({ from, displacement: [x, y] }) => {
    const start = pointOf(infinite, { cell: cellOf(lattice, from), basis: basisOf(lattice, from) });
    // Whole numbers but for rounding.
    const vector = [(x * by - y * bx) / area, (y * ax - x * ay) / area].map((value) => Math.round(scale * value));
    const end = plus(start, vector);
    const target = locate(infinite, end);
    const wrapped = target && wrap(spec, target.cell);
    if (!target || !wrapped) return 0;
    const [, inside] = pointOf(infinite, { cell: wrapped.cell, basis: target.basis });
    const line = (start[0] + end[0]) * vector[1] - 2 * scale * wrapped.winding[0] * spec.size[0] * inside;
    return (ofCell * line) / (2 * scale * scale);
  };
}
