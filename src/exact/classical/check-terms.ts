/** Refuses terms of the spins' own energy that mean nothing on a lattice. */
import { InputError } from '../../errors.ts';
import type { Bond, Lattice } from '../../lattice/lattice.ts';
import { nearest } from '../../words/nearest.ts';
import { completeParameters } from './parameters.ts';
import type { ClassicalParameters } from './term.ts';
import { DM_DIRECTIONS } from './terms/dzyaloshinskii-moriya.ts';

/** Throws InputError, which names the parameter, for an axis of length 0, a direction that is none, and Dzyaloshinskii–Moriya terms that cancel. */
export function checkTerms(parameters: ClassicalParameters): void {
  const { dmDirection, dzyaloshinskiiMoriya, lattice } = completeParameters(parameters);
  if (!DM_DIRECTIONS.includes(dmDirection)) throw unknownDirection(dmDirection);
  const found = cancelledTerms(lattice, dzyaloshinskiiMoriya);
  if (found) throw new InputError(`dzyaloshinskiiMoriya: expected ${OWN_DIRECTION}, found ${found}\n  ${LONGER}`);
}

/** What Dzyaloshinskii–Moriya terms need, and how to give it to them. */
export const OWN_DIRECTION = 'bonds that are not their own reverse';
export const LONGER = 'make the lattice three cells long in that direction, or open';

/** A bond whose two terms cancel, in words; undefined where there is none. `amplitudes`: D_s by shell. */
export function cancelledTerms(lattice: Lattice, amplitudes: readonly number[]): string | undefined {
  const shells = [...amplitudes.keys()].filter((index) => amplitudes[index] !== 0).map((index) => index + 1);
  const [found] = shells.flatMap((shell) => ownReverse(lattice.bonds(shell)) ?? []);
  const { size } = lattice.spec;
  return (
    found &&
    `sites ${found.from} and ${found.to} on ${size.join(' × ')} cells, bonded both ways round: the two terms cancel`
  );
}

/** A bond i → j whose displacement leads from j to i as well: S_i × S_j and S_j × S_i then cancel. */
function ownReverse(bonds: readonly Bond[]): Bond | undefined {
  const steps = new Set(bonds.map(({ from, to, displacement }) => stepOf(from, to, displacement)));
  return bonds.find(({ from, to, displacement }) => from !== to && steps.has(stepOf(to, from, displacement)));
}

const stepOf = (from: number, to: number, displacement: readonly number[]): string =>
  `${from} ${to} ${displacement.map((component) => component.toFixed(6)).join()}`;

function unknownDirection(found: unknown): InputError {
  const names = DM_DIRECTIONS.map((name) => JSON.stringify(name)).join(' or ');
  const meant = (typeof found === 'string' && nearest(found, DM_DIRECTIONS)) || 'bulk';
  return new InputError(
    `dmDirection: expected ${names}, found ${JSON.stringify(found)}\n  did you mean ${JSON.stringify(meant)}?`,
  );
}
