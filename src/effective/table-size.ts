/** Tables of neighbours that would take more memory than there is are refused before they are made. */
import { InputError } from '../errors.ts';
import type { Lattice } from '../lattice/lattice.ts';
import { neighbourShells } from '../lattice/shells.ts';
import type { ShellChoice } from './model.ts';

/** Entries of a table: all pairs of 64 × 64 sites. */
const LARGEST = 16777216;
/** Bytes per entry while a table is made. */
const BYTES_PER_ENTRY = 150;

/** Checks the size of a table: throws InputError with an estimate where the neighbours in these shells, of all sites together, are too many. */
export function checkTableSize(lattice: Lattice, shells: ShellChoice): void {
  const { siteCount } = lattice;
  const entries = shells === 'all' ? siteCount * siteCount : entriesOf(lattice, shells);
  if (entries <= LARGEST) return;
  const words = typeof shells === 'object' ? `${shells.length} shells` : JSON.stringify(shells);
  throw new InputError(
    `shells: expected so few that all sites together have at most ${LARGEST} neighbours in them, found ${words}: about ${entries.toPrecision(1)} ` +
      `on ${siteCount} sites, and ${Math.ceil((BYTES_PER_ENTRY * entries) / 1e9)} GB of memory\n  did you mean 6?`,
  );
}

/** Entries of a table: every displacement counts for both of its ends. */
function entriesOf({ infinite, siteCount, basisCount }: Lattice, choice: number | readonly number[]): number {
  const shell = neighbourShells(infinite);
  const numbers = typeof choice === 'number' ? Array.from({ length: choice }, (_, k) => k + 1) : choice;
  const displacements = numbers.reduce((sum, number) => sum + shell(number).length, 0);
  return (2 * displacements * siteCount) / basisCount;
}
