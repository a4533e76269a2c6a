/** A flux that does not fit the lattice. */
import { fluxFault } from '../lattice/flux.ts';
import { kinds } from '../lattice/kinds/index.ts';
import { cellCount } from '../lattice/linear-size.ts';
import { OWN } from '../lattice/own/faults.ts';
import type { CheckedLattice } from './consistency.ts';
import type { SpecProblem } from './spec-error.ts';
import { find, type Writing } from './writing.ts';

/** The checked value of [model] that is about the lattice. */
export interface CheckedFlux {
  readonly flux?: number | undefined;
}

/** The mistake of a flux, where the lattice is in order. */
export function fluxProblems(lattice: CheckedLattice, { flux }: CheckedFlux, writing: Writing): SpecProblem[] {
  const { kind, size, boundary = [], primitiveVectors = [] } = lattice;
  const given = find(writing, ['model', 'flux']);
  if (flux === undefined || !given || !kind || !size) return [];
  const infinite = kind === OWN ? { dimension: primitiveVectors.length } : kinds[kind];
  if (size.length !== infinite.dimension) return [];
  const expected = fluxFault(flux, { infinite, boundary, cells: cellCount(size) });
  const { place, written } = given.at([]);
  return expected ? [{ key: 'model.flux', expected, found: written, place }] : [];
}
