/** Checks the lattice a user asks for, and fills in what is left out. */
import { InputError } from '../errors.ts';
import type { InfiniteLattice } from './kinds/infinite-lattice.ts';
import type { Boundary, LatticeSpec } from './lattice.ts';

/** The spec with every direction spelled out. Throws InputError: the key, what was expected, what was found, what would do. */
export function completeSpec(spec: LatticeSpec, { dimension }: InfiniteLattice): Required<LatticeSpec> {
  const { kind } = spec;
  const periodic: readonly Boundary[] = Array.from({ length: dimension }, () => 'periodic');
  const untwisted = periodic.map(() => 0);
  const size = entries('size', spec.size, kind, dimension, 4);
  const boundary = entries('boundary', spec.boundary ?? periodic, kind, dimension, 'periodic');
  const twist = entries('twist', spec.twist ?? untwisted, kind, dimension, 0);
  size.forEach(checkSize);
  boundary.forEach(checkBoundary);
  for (const [d, turns] of twist.entries()) checkTwist(turns, boundary[d]);
  return { kind, size, boundary, twist };
}

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
