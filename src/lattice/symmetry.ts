/** Site permutations that map a finite lattice to itself. */

import { cells } from './create.ts';
import { apply, type IntegerVector, locate, minus, plus } from './integer.ts';
import { kinds } from './kinds/index.ts';
import type { IntegerMatrix, Kind } from './kinds/kind.ts';
import type { Lattice, LatticeSpec, SymmetryOperation } from './lattice.ts';
import { pointGroupElements } from './point-group.ts';
import { siteOf, wrap } from './sites.ts';

/** All translations along periodic directions, the identity first. A twist stays what it is, up to a gauge transformation. */
export function translations(lattice: Lattice): SymmetryOperation[] {
  const { size, boundary } = lattice.spec;
  const shifts = cells(size.map((length, d) => (boundary[d] === 'periodic' ? length : 1)));
  return shifts.map((shift) => ({ name: `translation by ${shift}`, image: translation(lattice, shift) }));
}

/** Where every site goes when all move by `shift` ≥ 0 unit cells, wrapped. */
export function translation(lattice: Lattice, shift: readonly number[]): Int32Array {
  return Int32Array.from({ length: lattice.siteCount }, (_, site) => translateSite(lattice, site, shift));
}

/** Without arrays: plans for local updates call this a million times. */
export function translateSite({ spec: { size }, basisCount }: Lattice, site: number, shift: readonly number[]): number {
  let rest = Math.floor(site / basisCount);
  let moved = site % basisCount;
  let stride = basisCount;
  for (let d = 0; d < size.length; d++) {
    moved += stride * (((rest % size[d]) + shift[d]) % size[d]);
    rest = Math.floor(rest / size[d]);
    stride *= size[d];
  }
  return moved;
}

/**
 * The operations of the point group that the sizes, boundaries and twist allow, each combined with the first translation that maps the lattice to itself.
 * With a twist only those remain that leave every flux as it is: reversing it is not a symmetry at fixed spins.
 */
export function pointGroup({ spec }: Lattice): SymmetryOperation[] {
  const kind = kinds[spec.kind];
  return pointGroupElements(kind).flatMap((element) => {
    const image = keepsTorus(element, spec) ? anchoredPermutation(kind, spec, element) : undefined;
    return image ? [{ name: `[${element.map((row) => row.join(' ')).join('; ')}]`, image }] : [];
  });
}

/** Periods go to periods with the same flux, and open directions stay open. */
function keepsTorus(element: IntegerMatrix, { size, boundary, twist }: Required<LatticeSpec>): boolean {
  return size.every((length, d) => {
    const column = element.map((row) => row[d]);
    if (boundary[d] === 'open') return column.every((value, j) => value === 0 || boundary[j] === 'open');
    const turns = column.map((value, j) => (value * length) / size[j]);
    const isPeriod = turns.every((count, j) => count === 0 || (boundary[j] === 'periodic' && Number.isInteger(count)));
    const flux = turns.reduce((sum, count, j) => sum + count * twist[j], -twist[d]);
    return isPeriod && Math.abs(flux - Math.round(flux)) < 1e-12;
  });
}

/** Tries to send the first site to every site in turn. */
function anchoredPermutation(kind: Kind, spec: Required<LatticeSpec>, element: IntegerMatrix): Int32Array | undefined {
  const origin = kind.basis[0];
  for (const cell of cells(spec.size)) {
    for (const offset of kind.basis) {
      const anchor = plus(
        cell.map((n) => n * kind.scale),
        offset,
      );
      const image = permutation(kind, spec, (point) => plus(apply(element, minus(point, origin)), anchor));
      if (image) return image;
    }
  }
  return undefined;
}

/** Undefined where a site goes to a place that is no site of the lattice. */
function permutation(
  kind: Kind,
  spec: Required<LatticeSpec>,
  move: (point: IntegerVector) => number[],
): Int32Array | undefined {
  const image: number[] = [];
  for (const cell of cells(spec.size)) {
    for (const offset of kind.basis) {
      const place = locate(
        kind,
        move(
          plus(
            cell.map((n) => n * kind.scale),
            offset,
          ),
        ),
      );
      const wrapped = place && wrap(spec, place.cell);
      if (!wrapped) return undefined;
      image.push(siteOf(kind, spec.size, wrapped.cell, place.basis));
    }
  }
  return Int32Array.from(image);
}
