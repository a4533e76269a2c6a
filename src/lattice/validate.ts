/** Checks what a user asks for; fills in what he left out. */
import { InputError } from '../errors.ts';
import { kinds } from './kinds/index.ts';
import type { Boundary, LatticeSpec } from './lattice.ts';

export function completeSpec(spec: LatticeSpec): Required<LatticeSpec> {
  if (!Object.hasOwn(kinds, spec.kind)) {
    throw new InputError(`lattice.kind: expected one of ${Object.keys(kinds).join(', ')}, found ${show(spec.kind)}`);
  }
  const { dimension } = kinds[spec.kind];
  const filled = {
    kind: spec.kind,
    size: spec.size,
    boundary: spec.boundary ?? Array<Boundary>(dimension).fill('periodic'),
    twist: spec.twist ?? Array<number>(dimension).fill(0),
  };
  for (const key of ['size', 'boundary', 'twist'] as const) checkLength(spec.kind, dimension, key, filled[key]);
  filled.size.forEach(checkSize);
  filled.boundary.forEach(checkBoundary);
  for (const [d, turns] of filled.twist.entries()) checkTwist(turns, filled.boundary[d]);
  return filled;
}

function checkLength(kind: string, dimension: number, key: string, values: readonly unknown[]): void {
  if (Array.isArray(values) && values.length === dimension) return;
  const numbers = dimension === 1 ? '1 entry' : `${dimension} entries, one per direction`;
  throw new InputError(`lattice.${key}: a ${kind} lattice has ${numbers}, found ${show(values)}`);
}

function checkSize(length: number): void {
  if (Number.isSafeInteger(length) && length >= 1) return;
  throw new InputError(`lattice.size: expected whole numbers of unit cells, at least 1, found ${show(length)}`);
}

function checkBoundary(boundary: Boundary): void {
  if (boundary === 'periodic' || boundary === 'open') return;
  throw new InputError(`lattice.boundary: expected "periodic" or "open" per direction, found ${show(boundary)}`);
}

function checkTwist(turns: number, boundary: Boundary): void {
  if (!Number.isFinite(turns))
    throw new InputError(`lattice.twist: expected finite numbers, in units of 2π, found ${show(turns)}`);
  if (boundary === 'open' && turns !== 0) {
    throw new InputError(
      `lattice.twist: an open direction has no twist, found ${turns}; use 0 there or make it periodic`,
    );
  }
}

function show(value: unknown): string {
  return typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value));
}
