/** Values that are in order one by one but not together. */
import { cancelledTerms, LONGER, OWN_DIRECTION } from '../exact/classical/check-terms.ts';
import { openFault } from '../lattice/cluster/open.ts';
import { isMatrix } from '../lattice/cluster/tilted.ts';
import { createLattice } from '../lattice/create.ts';
import { determinant } from '../lattice/integer.ts';
import type { LatticeKind } from '../lattice/kinds/index.ts';
import { kinds } from '../lattice/kinds/index.ts';
import type { LatticeSpec } from '../lattice/lattice.ts';
import { cellCount } from '../lattice/linear-size.ts';
import { OWN, ownFaults } from '../lattice/own/faults.ts';
import type { SpecProblem } from './spec-error.ts';
import { spell } from './spelling.ts';
import { find, type Given, type Writing } from './writing.ts';

/** Most sites of a lattice, beyond any memory for exact weights: a typing mistake ends here and not in an allocation. */
const MOST_SITES = 100000;

/** The checked values of [lattice]; entries are missing where the value itself was refused, or left out. */
export type CheckedLattice = Partial<LatticeSpec> & { readonly kind?: LatticeKind | typeof OWN };

/** Lists of the lattice that do not fit its dimension, twists of open directions, and what is wrong with a lattice of your own. */
export function latticeProblems(lattice: CheckedLattice, writing: Writing): SpecProblem[] {
  const own = ownProblems(lattice, writing);
  if (own.length > 0) return own;
  return [...wrongLengths(lattice, writing), ...tooManySites(lattice, writing), ...twistedOpen(lattice, writing)];
}

function wrongLengths(lattice: CheckedLattice, writing: Writing): SpecProblem[] {
  const { kind } = lattice;
  const dimension = cellOf(lattice)?.dimension;
  if (dimension === undefined) return [];
  return (['size', 'boundary', 'twist'] as const)
    .filter((key) => lattice[key] && lattice[key].length !== dimension)
    .map((key) => ({
      ...problemAt(writing, key, [], `${entries(dimension)}, one per direction of the ${kind} lattice`),
      suggestion: completed(lattice[key] ?? [], dimension),
    }));
}

/** A list that is too short, with its last entry repeated. */
function completed(list: readonly unknown[], dimension: number): string | undefined {
  if (list.length === 0 || list.length > dimension) return undefined;
  const all = Array.from({ length: dimension }, (_, d) => JSON.stringify(list[d] ?? list.at(-1)));
  return `[${all.join(', ')}]`;
}

const entries = (count: number) => (count === 1 ? '1 entry' : `${count} entries`);

function tooManySites(lattice: CheckedLattice, writing: Writing): SpecProblem[] {
  const cell = cellOf(lattice);
  const { size } = lattice;
  if (!cell || !size || size.length !== cell.dimension) return [];
  const { dimension } = cell;
  if (isMatrix(size)) {
    const short = size.findIndex((row) => row.length !== dimension);
    if (short >= 0)
      return [problemAt(writing, 'size', [short], `${entries(dimension)}, in units of primitive vectors`)];
    if (determinant(size) === 0) return [problemAt(writing, 'size', [], 'supercell vectors that span all directions')];
  }
  const sites = cell.sites * cellCount(size);
  return sites > MOST_SITES ? [problemAt(writing, 'size', [], `at most ${MOST_SITES} sites in all`)] : [];
}

/** The directions and the sites of a unit cell, where the kind is known. */
function cellOf({ kind, primitiveVectors, basis }: CheckedLattice) {
  if (!kind) return undefined;
  if (kind !== OWN) return { dimension: kinds[kind].dimension, sites: kinds[kind].basis.length };
  return primitiveVectors && { dimension: primitiveVectors.length, sites: basis?.length ?? 1 };
}

/** Keys of a lattice of your own that are missing, wrong, or given beside a built-in kind. */
function ownProblems(lattice: CheckedLattice, writing: Writing): SpecProblem[] {
  const { kind } = lattice;
  const keys = kind === OWN ? (['primitiveVectors', 'basis'] as const) : [];
  const absent = keys.filter((key) => !ownKey(writing, key));
  if (absent.length > 0) return absent.map((key) => missingKey(writing, key));
  // A value that was refused is undefined here although it was given: that is said already.
  if (!kind || keys.some((key) => lattice[key] === undefined)) return [];
  return ownFaults({ ...lattice, kind, size: [] }).map(({ key, path, expected, suggestion }) => {
    const given = ownKey(writing, key);
    const { place, written } = given?.at(path) ?? { place: writing.place, written: 'nothing' };
    return { key: `lattice.${spell(key, writing.spelling)}`, expected, found: written, suggestion, place };
  });
}

const ownKey = (writing: Writing, key: string): Given | undefined =>
  find(writing, ['lattice', spell(key, writing.spelling)]);

function missingKey(writing: Writing, key: 'primitiveVectors' | 'basis'): SpecProblem {
  const suggestion = key === 'basis' ? '[[0, 0]]' : '[[1, 0], [0, 1]]';
  const name = spell(key, writing.spelling);
  return {
    key: `lattice.${name}`,
    expected: `the ${name.replace('_', ' ')} of kind "own"`,
    found: 'nothing',
    suggestion: `${name} = ${suggestion}`,
    place: find(writing, ['lattice', 'file'])?.at([]).place ?? writing.tables.get('lattice') ?? writing.place,
  };
}

function twistedOpen({ boundary = [], twist = [], size = [] }: CheckedLattice, writing: Writing): SpecProblem[] {
  const isWhole = isMatrix(size) && [size, ...size].every(({ length }) => length === boundary.length);
  const fault = isWhole && determinant(size) !== 0 ? openFault(size, boundary) : undefined;
  if (fault) return [problemAt(writing, 'boundary', [], fault)];
  const directions = [...twist.keys()].filter((d) => twist[d] !== 0 && boundary[d] === 'open');
  return directions.map((d) => problemAt(writing, 'twist', [d], '0 in an open direction, which no electron crosses'));
}

/** Dzyaloshinskii–Moriya terms that cancel on a lattice, whose own values are in order. */
export function cancelledProblems(
  lattice: LatticeSpec,
  { dzyaloshinskiiMoriya = [] }: { readonly dzyaloshinskiiMoriya?: readonly number[] | undefined },
  writing: Writing,
): SpecProblem[] {
  const written = given(writing, 'dzyaloshinskiiMoriya');
  const found = written && cancelledTerms(createLattice(lattice), dzyaloshinskiiMoriya);
  if (!found) return [];
  return [{ key: written.path.join('.'), expected: OWN_DIRECTION, found, note: LONGER, place: written.at([]).place }];
}

/** The checked values of [model] that exclude each other. */
export interface CheckedFilling {
  readonly chemicalPotential?: number | undefined;
  readonly filling?: number | undefined;
}

/** A filling beside a chemical potential, and a filling that no chemical potential gives. */
export function fillingProblems(model: CheckedFilling, writing: Writing): SpecProblem[] {
  const filling = given(writing, 'filling');
  const potential = given(writing, 'chemicalPotential');
  const both = filling && potential ? [eitherOr(filling, potential), eitherOr(potential, filling)] : [];
  return filling && (model.filling === 0 || model.filling === 2) ? [...both, noElectrons(filling)] : both;
}

function given(writing: Writing, key: string): Given | undefined {
  const found = find(writing, ['model', spell(key, writing.spelling)]);
  return found?.value === undefined ? undefined : found;
}

function eitherOr(one: Given, other: Given): SpecProblem {
  const key = one.path.join('.');
  return {
    key,
    expected: `either ${key} or ${other.path.join('.')}, since each follows from the other`,
    found: 'both',
    place: one.keyPlace,
  };
}

function noElectrons(filling: Given): SpecProblem {
  const { place, written } = filling.at([]);
  return {
    key: filling.path.join('.'),
    expected: 'a number greater than 0 and less than 2',
    found: written,
    note: 'no finite chemical potential empties or fills all levels',
    place,
  };
}

function problemAt(writing: Writing, key: string, indices: readonly number[], expected: string): SpecProblem {
  const given = find(writing, ['lattice', key]);
  if (!given) throw new Error(`lattice.${key} was not given`);
  const { place, written } = given.at(indices);
  return { key: `lattice.${key}`, expected, found: written, place };
}
