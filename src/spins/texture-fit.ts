/** Whether the waves of an ordered state fit a lattice, and which would. */
import { InputError } from '../errors.ts';
import { plus, times, transposed } from '../lattice/integer.ts';
import type { Lattice } from '../lattice/lattice.ts';
import { cells } from '../lattice/sites.ts';

/** A spin. */
export type Vector = readonly [number, number, number];

/** The shortest period with which a skyrmion has a site for its core, sites around it, and others between them. */
const SHORTEST = 3;

/** The period that was chosen for a crystal. Throws InputError where it is none, with those that fit the lattice. */
export function checkedPeriod(name: string, period: number | undefined, { size, supercell }: Lattice['spec']): number {
  if (period !== undefined && Number.isInteger(period) && period >= SHORTEST) return period;
  const found = period === undefined ? 'none' : String(period);
  const lengths = supercell?.flat() ?? size;
  const fitting = Array.from({ length: Math.max(...lengths.map(Math.abs)) }, (_, k) => k + 1).filter(
    (length) => length >= SHORTEST && lengths.every((all) => all % length === 0),
  );
  const words = supercell ? 'the supercell' : size.join(' × ');
  const those = fitting.length > 0 ? `\n  ${fitting.map((length) => `${name}:${length}`).join(', ')} fit ${words}` : '';
  throw new InputError(
    `${name}: expected its period, a whole number of cells from ${SHORTEST}, as ${name}:6, found ${found}${those}`,
  );
}

/** Throws InputError where a period of the lattice takes a spin to another one. */
export function requireFit(
  name: string,
  period: number,
  spin: (cell: readonly number[], basis: number) => Vector,
  { spec, infinite, dimension }: Lattice,
): void {
  const units = spec.size.map((_, d) => spec.size.map((__, e) => Number(d === e)));
  // In the primitive vectors of the kind.
  const directions = infinite.given ? transposed(infinite.given.fromGrid) : units;
  const periods = directions.map((direction, d) => times(direction, spec.size[d]));
  const all = cells(Array.from({ length: dimension }, () => period));
  const isFitting = (vector: readonly number[]) =>
    all.every((cell) => spin(cell, 0).every((value, c) => Math.abs(value - spin(plus(cell, vector), 0)[c]) < ROUNDING));
  const rows = spec.supercell ?? periods;
  const wrong = rows.findIndex((row, d) => spec.boundary[d] === 'periodic' && !isFitting(row));
  if (wrong < 0) return;
  throw infinite.given
    ? new InputError(
        `${name}: expected supercell vectors that leave every spin as it is, as multiples of ${period} do, found (${rows[wrong].join(', ')})`,
      )
    : wrongSize(name, period, spec, (d) => spec.boundary[d] === 'open' || isFitting(periods[d]));
}

/** Of spins that are the same but for rounding. */
const ROUNDING = 1e-9;

function wrongSize(
  name: string,
  period: number,
  { size }: Lattice['spec'],
  isFitting: (direction: number) => boolean,
): InputError {
  const near = size.map((length, d) => (isFitting(d) ? length : Math.max(1, Math.round(length / period)) * period));
  return new InputError(
    `${name}: expected multiples of ${period} along periodic directions, as ${near.join(' × ')}, found ${size.join(' × ')}`,
  );
}
