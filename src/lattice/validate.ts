/** Checks the lattice a user asks for, and fills in what is left out. */
import { InputError } from '../errors.ts';
import { openFault } from './cluster/open.ts';
import { isMatrix } from './cluster/tilted.ts';
import { determinant } from './integer.ts';
import type { InfiniteLattice } from './kinds/infinite-lattice.ts';
import type { Boundary, CompleteLatticeSpec, LatticeSpec } from './lattice.ts';

/** The spec with boundary and twist of every direction. Throws InputError: the key, what was expected, what was found, what would do. */
export function completeSpec(spec: LatticeSpec, { dimension }: InfiniteLattice): CompleteLatticeSpec {
  const { kind } = spec;
  const periodic: readonly Boundary[] = Array.from({ length: dimension }, () => 'periodic');
  const untwisted = periodic.map(() => 0);
  const size = completeSize(spec, dimension);
  const boundary = entries('boundary', spec.boundary ?? periodic, kind, dimension, 'periodic');
  const twist = entries('twist', spec.twist ?? untwisted, kind, dimension, 0);
  boundary.forEach(checkBoundary);
  const fault = isMatrix(size) ? openFault(size, boundary) : undefined;
  if (fault) throw wrong('boundary', fault, boundary, periodic);
  for (const [d, turns] of twist.entries()) checkTwist(turns, boundary[d]);
  return { ...spec, size, boundary, twist };
}

/** Cells per direction, also where supercell vectors along the primitive vectors say the same; or supercell vectors. */
function completeSize({ kind, size }: LatticeSpec, dimension: number): LatticeSpec['size'] {
  const list: readonly unknown[] = entries<unknown>('size', size, kind, dimension, 4);
  if (!list.some(Array.isArray)) {
    for (const length of list as number[]) checkSize(length);
    return list as number[];
  }
  const rows = list.map((row) => entries<unknown>('size', row as unknown[], kind, dimension, 0) as number[]);
  if (!rows.flat().every(Number.isSafeInteger)) throw wrong('size', 'supercell vectors of whole numbers', rows, 4);
  if (determinant(rows) === 0)
    throw wrong('size', 'supercell vectors that span all directions', rows, unit(4, dimension));
  const isDiagonal = rows.every((row, d) => row.every((value, e) => (d === e ? value > 0 : value === 0)));
  return isDiagonal ? rows.map((row, d) => row[d]) : rows;
}

const unit = (length: number, dimension: number): number[] => Array.from({ length: dimension }, () => length);

/** A copy of a list with one entry per direction; `usual` completes the one to suggest. */
function entries<T>(key: string, list: readonly T[], kind: string, dimension: number, usual: T): T[] {
  if (Array.isArray(list) && list.length === dimension) return [...list];
  const given: unknown[] = [list].flat();
  const suggestion = Array.from({ length: dimension }, (_, d) => given[d] ?? given.at(-1) ?? usual);
  const count = dimension === 1 ? '1 entry' : `${dimension} entries`;
  throw wrong(key, `a list of ${count}, one per direction of the ${kind} lattice`, list, suggestion);
}

function checkSize(length: number): void {
  if (Number.isSafeInteger(length) && length >= 1) return;
  const nearest = Number.isFinite(length) ? Math.max(1, Math.round(length)) : 1;
  if (nearest > Number.MAX_SAFE_INTEGER)
    throw wrong('size', `at most ${Number.MAX_SAFE_INTEGER} unit cells`, length, 6);
  throw wrong('size', 'whole numbers of unit cells, 1 or more', length, nearest);
}

function checkBoundary(boundary: Boundary): void {
  if (boundary === 'periodic' || boundary === 'open') return;
  throw wrong('boundary', '"periodic" or "open" in every direction', boundary, 'periodic');
}

function checkTwist(turns: number, boundary: Boundary): void {
  if (!Number.isFinite(turns)) throw wrong('twist', 'finite numbers, in units of 2π', turns, 0);
  if (boundary === 'open' && turns !== 0)
    throw wrong('twist', '0 in an open direction, which nothing crosses', turns, 0);
}

function wrong(key: string, expected: string, found: unknown, suggestion: unknown): InputError {
  return new InputError(
    `lattice.${key}: expected ${expected}, found ${show(found)}\n  did you mean ${show(suggestion)}?`,
  );
}

/** A value as it would be written in a spec; JSON has no word for what is not finite. */
function show(value: unknown): string {
  return typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value));
}
