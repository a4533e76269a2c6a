/** In what two infinite lattices differ: what was learned for the shells of one serves the other where these are the same. */
import { count } from '../words/count.ts';
import { spaceGroup } from './displacements.ts';
import type { InfiniteLattice } from './kinds/infinite-lattice.ts';
import { neighbourShells, type Shell } from './shells.ts';

/** Words after "expected" and after "found". */
export interface LatticeDifference {
  readonly expected: string;
  readonly found: string;
}

/** Rounding of decimals, as where a point group is searched for. */
const TOLERANCE = 1e-9;
/** Shells that are looked at for the first that differs. */
const MOST_SHELLS = 200;

/**
 * The first of primitive vectors, basis and shells that differs; undefined where all are the same, whatever the lattices are called and however large a part of them is
 * taken. Shells of one basis can differ where bonds, or the kind, leave fewer symmetries than the positions have.
 */
export function latticeDifference(expected: InfiniteLattice, found: InfiniteLattice): LatticeDifference | undefined {
  const [one, other] = [expected, found].map((infinite) => infinite.given?.infinite ?? infinite);
  const positions = positionDifference(one, other);
  return positions ?? (isSameGroup(one, other) ? undefined : shellDifference(one, other));
}

/** The same of primitive vectors and basis alone, as they are given. */
export function positionDifference(one: InfiniteLattice, other: InfiniteLattice): LatticeDifference | undefined {
  const vectors = [one, other].map(({ primitiveVectors }) => primitiveVectors);
  if (!isClose(vectors[0], vectors[1])) return inWords('the primitive vectors', vectors);
  const sites = [one, other].map(({ basis, scale }) => basis.map((point) => point.map((n) => n / scale)));
  return isClose(sites[0], sites[1]) ? undefined : inWords('the basis', sites);
}

type Rows = readonly (readonly number[])[];

const isClose = (one: Rows, other: Rows): boolean =>
  one.length === other.length &&
  one.every((row, i) => row.length === other[i].length && row.every((x, d) => Math.abs(x - other[i][d]) <= TOLERANCE));

function inWords(what: string, [expected, found]: readonly Rows[]): LatticeDifference {
  const listed = (rows: Rows) => rows.map((row) => `(${row.map(rounded).join(', ')})`).join(' ');
  return { expected: `${what} ${listed(expected)}`, found: listed(found) };
}

const rounded = (value: number): string => String(Number(value.toFixed(6)));

/** One group has one set of orbits. */
function isSameGroup(one: InfiniteLattice, other: InfiniteLattice): boolean {
  const [a, b] = [one, other].map((infinite) => spaceGroup(infinite).map(nameOf).sort());
  return String(a) === String(b);
}

const nameOf = ({ matrix, basisImage }: ReturnType<typeof spaceGroup>[number]): string => `${matrix};${basisImage}`;

/** The first shell that is another one; undefined where different groups have the same shells. */
function shellDifference(one: InfiniteLattice, other: InfiniteLattice): LatticeDifference | undefined {
  const shells = [neighbourShells(one), neighbourShells(other)];
  for (let number = 1; number <= MOST_SHELLS; number++) {
    const [a, b] = shells.map((shell) => shell(number));
    if (membersOf(a, one.scale) === membersOf(b, other.scale)) continue;
    const words = (shell: Shell) => `${count(shell.length, 'displacement')} a cell`;
    return { expected: `shell ${number} of ${words(a)}`, found: a.length === b.length ? 'others' : words(b) };
  }
  return undefined;
}

/** Displacements in units of primitive vectors. */
const membersOf = (shell: Shell, scale: number): string =>
  String(shell.map(({ basis, vector }) => `${basis}:${vector.map((n) => n / scale)}`));
