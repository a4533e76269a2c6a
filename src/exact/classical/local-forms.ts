/** The energy as every single spin sees it: E = (terms without S_i) − h_i·S_i + S_iᵀ Q_i S_i, from tables that kernels read too. */
import { spinBonds } from '../../lattice/disorder/occupation.ts';
import type { Lattice } from '../../lattice/lattice.ts';
import { IDENTITY, type Matrix3, scaled, sumOf, transposed } from './matrix.ts';
import { completeParameters, shellsOf, termsOf } from './parameters.ts';
import type { ClassicalParameters } from './term.ts';

/** Numbers of a neighbour in `couplings`. */
export const COUPLINGS = 10;
/** Numbers of a site in `quadratic`. */
export const QUADRATIC = 6;

/** Neighbours of every site, with what a bond between them has. Bonds from a site to itself are in `quadratic` and `constant`. */
export interface LocalForms {
  /** The neighbours of site i are entries start[i] … start[i + 1] − 1. */
  readonly start: Int32Array;
  readonly neighbour: Int32Array;
  /** Ten numbers an entry: M, row by row, of S_iᵀ M S_j with the neighbour j, and B of B (S_i·S_j)². */
  readonly couplings: Float64Array;
  /** h of the terms of single sites: three numbers. */
  readonly field: Float64Array;
  /** Q of the terms of single sites, six numbers a site: xx, xy, xz, yy, yz, zz. */
  readonly quadratic: Float64Array;
  readonly constant: number;
  /** Whether Q_i is not always 0. */
  readonly isQuadratic: boolean;
  readonly hasBiquadratic: boolean;
}

/** What a bond from `from` to `to` has. */
export interface Coupling {
  readonly from: number;
  readonly to: number;
  readonly matrix: Matrix3;
  readonly biquadratic: number;
}

/** The bonds on which there is anything, in the order of shells. */
export function couplingsOf(parameters: ClassicalParameters): Coupling[] {
  const complete = completeParameters(parameters);
  const terms = termsOf(parameters);
  return shellsOf(complete).flatMap((shell) =>
    spinBonds(complete.lattice, shell).map((bond) => ({
      from: bond.from,
      to: bond.to,
      matrix: sumOf(terms.flatMap((term) => (term.bond ? [term.bond(complete, shell, bond)] : []))),
      biquadratic: terms.reduce((sum, term) => sum + (term.biquadratic?.(complete, shell) ?? 0), 0),
    })),
  );
}

export function localForms(parameters: ClassicalParameters): LocalForms {
  const { lattice } = parameters;
  const complete = completeParameters(parameters);
  const terms = termsOf(parameters);
  const all = couplingsOf(parameters);
  const site = sumOf(terms.flatMap((term) => (term.site ? [term.site(complete)] : [])));
  const selfBonds = all.filter(({ from, to }) => from === to);
  const quadratic = quadraticForms(lattice, site, selfBonds);
  const hasBiquadratic = all.some(({ from, to, biquadratic }) => from !== to && biquadratic !== 0);
  const fields = terms.flatMap((term) => (term.field ? [term.field(complete)] : []));
  return {
    ...neighbourTables(
      lattice,
      all.filter(({ from, to }) => from !== to),
    ),
    field: Float64Array.from([0, 1, 2], (c) => fields.reduce((sum, field) => sum + field[c], 0)),
    quadratic,
    constant: selfBonds.reduce((sum, { matrix, biquadratic }) => sum + isotropicPart(matrix) + biquadratic, 0),
    isQuadratic: hasBiquadratic || quadratic.some((element) => element !== 0),
    hasBiquadratic,
  };
}

/** A multiple of the identity is a constant for unit spins: what the smallest diagonal element has is taken out. */
const isotropicPart = (matrix: Matrix3): number => Math.min(matrix[0], matrix[4], matrix[8]);

function quadraticForms({ siteCount }: Lattice, site: Matrix3, selfBonds: readonly Coupling[]): Float64Array {
  const forms = new Float64Array(QUADRATIC * siteCount);
  const add = (i: number, m: Matrix3) => {
    const elements = [m[0], (m[1] + m[3]) / 2, (m[2] + m[6]) / 2, m[4], (m[5] + m[7]) / 2, m[8]];
    for (const [k, element] of elements.entries()) forms[QUADRATIC * i + k] += element;
  };
  for (let i = 0; i < siteCount; i++) add(i, site);
  for (const { from, matrix } of selfBonds) add(from, sumOf([matrix, scaled(-isotropicPart(matrix), IDENTITY)]));
  return forms;
}

function neighbourTables({ siteCount }: Lattice, couplings: readonly Coupling[]) {
  const lists: { readonly to: number; readonly numbers: readonly number[] }[][] = Array.from(
    { length: siteCount },
    () => [],
  );
  for (const { from, to, matrix, biquadratic } of couplings) {
    lists[from].push({ to, numbers: [...matrix, biquadratic] });
    lists[to].push({ to: from, numbers: [...transposed(matrix), biquadratic] });
  }
  const start = new Int32Array(siteCount + 1);
  lists.forEach((list, i) => {
    start[i + 1] = start[i] + list.length;
  });
  const all = lists.flat();
  return {
    start,
    neighbour: Int32Array.from(all, ({ to }) => to),
    couplings: Float64Array.from(all.flatMap(({ numbers }) => numbers)),
  };
}
