/** Refuses terms of the spins' own energy that mean nothing on a lattice. */
import { InputError } from '../../errors.ts';
import type { Bond } from '../../lattice/lattice.ts';
import { nearest } from '../../words/nearest.ts';
import { completeParameters } from './parameters.ts';
import type { ClassicalParameters } from './term.ts';
import { DM_DIRECTIONS } from './terms/dzyaloshinskii-moriya.ts';

/** Throws InputError, which names the parameter, for an axis of length 0, a direction that is none, and Dzyaloshinskii–Moriya terms that cancel. */
export function checkTerms(parameters: ClassicalParameters): void {
  const { dmDirection, dzyaloshinskiiMoriya, lattice } = completeParameters(parameters);
  if (!DM_DIRECTIONS.includes(dmDirection)) throw unknownDirection(dmDirection);
  dzyaloshinskiiMoriya.forEach((amplitude, index) => {
    if (amplitude === 0) return;
    const reversed = ownReverse(lattice.bonds(index + 1));
    if (reversed) throw cancelled(index + 1, reversed, lattice.spec.size);
  });
}

/** A bond i → j whose displacement leads from j to i as well: S_i × S_j and S_j × S_i then cancel. */
function ownReverse(bonds: readonly Bond[]): Bond | undefined {
  const steps = new Set(bonds.map(({ from, to, displacement }) => stepOf(from, to, displacement)));
  return bonds.find(({ from, to, displacement }) => from !== to && steps.has(stepOf(to, from, displacement)));
}

const stepOf = (from: number, to: number, displacement: readonly number[]): string =>
  `${from} ${to} ${displacement.map((component) => component.toFixed(6)).join()}`;

const cancelled = (shell: number, { from, to }: Bond, size: readonly number[]) =>
  new InputError(
    `dzyaloshinskiiMoriya: expected bonds that are not their own reverse, found a bond of shell ${shell} on ${size.join(' × ')} cells that leads from site ${from} to site ${to} and on to site ${from}: its two terms cancel\n  make the lattice three cells long in that direction, or open`,
  );

function unknownDirection(found: unknown): InputError {
  const names = DM_DIRECTIONS.map((name) => JSON.stringify(name)).join(' or ');
  const meant = (typeof found === 'string' && nearest(found, DM_DIRECTIONS)) || 'bulk';
  return new InputError(
    `dmDirection: expected ${names}, found ${JSON.stringify(found)}\n  did you mean ${JSON.stringify(meant)}?`,
  );
}
