/** Builds a finite lattice from its kind, size and boundaries. */
import { InputError } from '../errors.ts';
import { cartesian, type IntegerVector, locate, plus } from './integer.ts';
import { kinds } from './kinds/index.ts';
import type { Kind } from './kinds/kind.ts';
import type { Bond, Lattice, LatticeSpec } from './lattice.ts';
import { minimalImageShells } from './minimal-image.ts';
import { type Displacement, type ShellTable, shellTable } from './shells.ts';
import { siteOf, wrap } from './sites.ts';
import { completeSpec } from './validate.ts';

/** A lattice of any size ≥ 1 per direction. Throws `InputError` that names the key when the spec cannot be. */
export function createLattice(spec: LatticeSpec): Lattice {
  const complete = completeSpec(spec);
  const kind = kinds[complete.kind];
  const shells = shellTable(kind);
  const siteCount = complete.size.reduce((product, length) => product * length, kind.basis.length);
  const known: Bond[][] = [];
  let minimal: readonly number[] | undefined;
  return {
    spec: complete,
    ...{ siteCount, dimension: kind.dimension, basisCount: kind.basis.length, primitiveVectors: kind.primitiveVectors },
    positions: positions(kind, complete.size),
    bonds(shell) {
      if (!Number.isSafeInteger(shell) || shell < 1)
        throw new InputError(`shells are numbered 1, 2, …, found ${shell}`);
      known[shell] ??= bondsOf(kind, complete, shells, shell);
      return known[shell];
    },
    get minimalImageShells() {
      minimal ??= minimalImageShells(kind, complete, shells);
      return minimal;
    },
  };
}

/** All unit cells, first direction fastest. */
export function cells(size: readonly number[]): number[][] {
  return size.reduce<number[][]>(
    (all, length) => Array.from({ length }, (_, n) => all.map((cell) => [...cell, n])).flat(),
    [[]],
  );
}

const pointOf = (kind: Kind, cell: IntegerVector, basis: number): number[] =>
  plus(
    cell.map((n) => n * kind.scale),
    kind.basis[basis],
  );

function positions(kind: Kind, size: readonly number[]): Float64Array {
  return Float64Array.from(
    cells(size).flatMap((cell) => kind.basis.flatMap((_, b) => cartesian(kind, pointOf(kind, cell, b)))),
  );
}

function bondsOf(kind: Kind, spec: Required<LatticeSpec>, shells: ShellTable, number: number): Bond[] {
  const shell = shells.shell(number);
  const sites = cells(spec.size).flatMap((cell) => kind.basis.map((_, basis) => ({ cell, basis })));
  return sites.flatMap(({ cell, basis }) =>
    shell
      .filter((displacement) => displacement.basis === basis)
      .flatMap((displacement) => bond(kind, spec, cell, displacement) ?? []),
  );
}

/** Undefined where the bond crosses an open boundary. */
function bond(
  kind: Kind,
  spec: Required<LatticeSpec>,
  cell: IntegerVector,
  { basis, vector }: Displacement,
): Bond | undefined {
  const target = locate(kind, plus(pointOf(kind, cell, basis), vector));
  const wrapped = target && wrap(spec, target.cell);
  if (!wrapped) return undefined;
  return {
    from: siteOf(kind, spec.size, cell, basis),
    to: siteOf(kind, spec.size, wrapped.cell, target.basis),
    turns: wrapped.winding.reduce((sum, winding, d) => sum + winding * spec.twist[d], 0),
    displacement: cartesian(kind, vector),
  };
}
