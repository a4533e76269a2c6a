/** What is wrong with a lattice of your own, with the place of each mistake. */
import { determinant } from '../integer.ts';
import type { LatticeSpec, OwnBond } from '../lattice.ts';
import { fractionOf, LARGEST_DENOMINATOR } from './fraction.ts';
import { dotProducts } from './gram.ts';

/** A mistake in the value of a key of [lattice]. */
export interface LatticeFault {
  readonly key: 'primitiveVectors' | 'basis' | 'bonds';
  /** The part of the value that is wrong. */
  readonly path: readonly (number | string)[];
  readonly expected: string;
  readonly suggestion?: string | undefined;
}

/** The kind of a lattice of your own. */
export const OWN = 'own';

/** The keys that belong to it. */
export const OWN_KEYS = ['primitiveVectors', 'basis', 'bonds'] as const;

/** The mistakes of the keys that belong to lattices of your own; without those in their shapes, which others look for first. */
export function ownFaults({ kind, primitiveVectors, basis, bonds }: LatticeSpec): LatticeFault[] {
  if (kind !== OWN) {
    const given = { primitiveVectors, basis, bonds };
    return OWN_KEYS.filter((key) => given[key] !== undefined).map((key) => ({
      key,
      path: [],
      expected: 'none beside a built-in kind',
      suggestion: 'kind = "own"',
    }));
  }
  const expected = 'vectors of as many numbers, 1, 2 or 3';
  const vectors = primitiveVectors ?? [];
  if (!isMatrix(vectors) || vectors.length < 1 || vectors.length > 3)
    return [{ key: 'primitiveVectors', path: [], expected: `a list of 1, 2 or 3 ${expected}` }];
  if (isFlat(vectors))
    return [{ key: 'primitiveVectors', path: [], expected: 'vectors that span as many directions as there are' }];
  return [...basisFaults(basis ?? [], vectors.length), ...bondFaults(bonds ?? [], basis?.length ?? 0, vectors.length)];
}

const isMatrix = (vectors: readonly (readonly number[])[]): boolean =>
  vectors.every((vector) => vector.length === vectors.length && vector.every(Number.isFinite));

/** Relative volume of primitive vectors below which they count as dependent: shells would need ever more cells. */
const FLAT = 1e-3;

function isFlat(vectors: readonly (readonly number[])[]): boolean {
  const gram = dotProducts(vectors);
  const lengths = gram.reduce((product, row, d) => product * row[d], 1);
  return !(determinant(gram) > FLAT * FLAT * lengths);
}

function basisFaults(basis: readonly (readonly number[])[], dimension: number): LatticeFault[] {
  const fault = (path: readonly number[], expected: string, suggestion?: string): LatticeFault => ({
    key: 'basis',
    path,
    expected,
    suggestion,
  });
  if (basis.length === 0) return [fault([], 'a list of sites, each in units of primitive vectors', origin(dimension))];
  return basis.flatMap((site, b) => {
    if (site.length !== dimension) return [fault([b], `${dimension} numbers, in units of primitive vectors`)];
    const wrong = site.flatMap((value, d) => coordinateFault(value, [b, d], fault) ?? []);
    const isTwin = basis.slice(0, b).some((other) => site.every((value, d) => Math.abs(value - other[d]) < 1e-9));
    return wrong.length === 0 && isTwin ? [fault([b], 'sites at different places')] : wrong;
  });
}

const origin = (dimension: number): string => JSON.stringify([Array(dimension).fill(0)]);

function coordinateFault(
  value: number,
  path: readonly number[],
  fault: (path: readonly number[], expected: string, suggestion?: string) => LatticeFault,
): LatticeFault | undefined {
  const fraction = fractionOf(value);
  if (!fraction)
    return fault(path, `a fraction with a denominator of at most ${LARGEST_DENOMINATOR}, to 1e-9: 0.3333333333 is 1/3`);
  const { numerator, denominator } = fraction;
  if (numerator >= 0 && numerator < denominator) return undefined;
  const within = numerator - denominator * Math.floor(numerator / denominator);
  return fault(path, 'a number from 0 up to 1, not 1 itself', String(within / denominator));
}

function bondFaults(bonds: readonly OwnBond[], sites: number, dimension: number): LatticeFault[] {
  return bonds.flatMap(({ from, to, cell }, k): LatticeFault[] => {
    const ends = Object.entries({ from, to }).filter(([, site]) => !(site < sites));
    const known = `a site of the basis, ${sites > 1 ? `0 to ${sites - 1}` : '0'}`;
    if (ends.length > 0) return ends.map(([end]) => ({ key: 'bonds', path: [k, end], expected: known }));
    if (cell.length !== dimension)
      return [{ key: 'bonds', path: [k, 'cell'], expected: `${dimension} whole numbers, the cell of the second site` }];
    const isNowhere = from === to && cell.every((n) => n === 0);
    return isNowhere ? [{ key: 'bonds', path: [k], expected: 'a bond from a site to another one' }] : [];
  });
}
