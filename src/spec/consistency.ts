/** Values that are in order one by one but not together. */

import { cancelledTerms, LONGER, OWN_DIRECTION } from '../exact/classical/check-terms.ts';
import { createLattice } from '../lattice/create.ts';
import type { LatticeKind } from '../lattice/kinds/index.ts';
import { kinds } from '../lattice/kinds/index.ts';
import type { Boundary, LatticeSpec } from '../lattice/lattice.ts';
import type { SpecProblem } from './spec-error.ts';
import { spell } from './spelling.ts';
import { find, type Given, type Writing } from './writing.ts';

/** Most sites of a lattice, beyond any memory for exact weights: a typing mistake ends here and not in an allocation. */
const MOST_SITES = 100000;

/** The checked values of [lattice]; entries are missing where the value itself was refused, or left out. */
export interface CheckedLattice {
  readonly kind?: LatticeKind;
  readonly size?: readonly number[];
  readonly boundary?: readonly Boundary[];
  readonly twist?: readonly number[];
}

/** Lists of the lattice that do not fit its dimension, and twists of open directions. */
export function latticeProblems(lattice: CheckedLattice, writing: Writing): SpecProblem[] {
  return [...wrongLengths(lattice, writing), ...tooManySites(lattice, writing), ...twistedOpen(lattice, writing)];
}

function wrongLengths(lattice: CheckedLattice, writing: Writing): SpecProblem[] {
  const { kind } = lattice;
  if (!kind) return [];
  const { dimension } = kinds[kind];
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

function tooManySites({ kind, size }: CheckedLattice, writing: Writing): SpecProblem[] {
  if (!kind || !size) return [];
  const sites = size.reduce((product, length) => product * length, kinds[kind].basis.length);
  return sites > MOST_SITES ? [problemAt(writing, 'size', [], `at most ${MOST_SITES} sites in all`)] : [];
}

function twistedOpen({ boundary = [], twist = [] }: CheckedLattice, writing: Writing): SpecProblem[] {
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
