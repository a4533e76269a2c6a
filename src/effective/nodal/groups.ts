/** Sites and orbitals in groups that do not couple: most products of zeros are never formed. */
import type { SiteMatrix } from './orbitals.ts';

/** Sites and orbitals are renumbered so that those of a group follow each other. */
export interface Groups {
  readonly count: number;
  /** First site and first orbital of every group, and one more entry at the end. */
  readonly siteStart: Int32Array;
  readonly orbitalStart: Int32Array;
  /** Site of the lattice, by new number. */
  readonly siteOrder: readonly number[];
  /** (m × N) row by row, sites and orbitals by new numbers. */
  readonly orbitals: Float64Array;
}

/** Elements of a matrix below this are rounding errors. */
const NOTHING = 1e-12;

/** Two sites are in one group if an orbital is on both: with perfect nesting groups are the sublattices, elsewhere there is one. */
export function groupOrbitals(orbitals: readonly Float64Array[]): Groups {
  const groups = connected(orbitals);
  const siteOrder = groups.flatMap(({ sites }) => sites);
  const ordered = groups.flatMap((group) => group.orbitals);
  return {
    count: groups.length,
    siteStart: starts(groups.map(({ sites }) => sites.length)),
    orbitalStart: starts(groups.map((group) => group.orbitals.length)),
    siteOrder,
    orbitals: Float64Array.from(ordered.flatMap((orbital) => siteOrder.map((site) => orbital[site]))),
  };
}

function connected(orbitals: readonly Float64Array[]): { sites: number[]; orbitals: Float64Array[] }[] {
  const left = new Set(orbitals);
  const groups: { sites: number[]; orbitals: Float64Array[] }[] = [];
  for (const first of orbitals) {
    if (!left.delete(first)) continue;
    const members = [first];
    for (const member of members)
      for (const other of left)
        if (other.some((value, i) => value !== 0 && member[i] !== 0)) {
          left.delete(other);
          members.push(other);
        }
    const sites = [...first.keys()].filter((i) => members.some((member) => member[i] !== 0));
    groups.push({ sites, orbitals: members });
  }
  return groups;
}

function starts(counts: readonly number[]): Int32Array {
  const start = new Int32Array(counts.length + 1);
  counts.forEach((count, p) => {
    start[p + 1] = start[p] + count;
  });
  return start;
}

/** The matrix with sites by new numbers. */
export function reordered(matrix: SiteMatrix, { siteOrder }: Groups): SiteMatrix {
  const count = siteOrder.length;
  return Float64Array.from(siteOrder.flatMap((i) => siteOrder.map((j) => matrix[i * count + j])));
}

/** Pairs of groups, both ways round, between which one of the matrices has elements. */
export type Links = readonly (readonly [p: number, q: number])[];

export function linksOf(matrices: readonly SiteMatrix[], { count, siteStart }: Groups): Links {
  const largest = matrices.reduce((max, matrix) => matrix.reduce((m, value) => Math.max(m, Math.abs(value)), max), 0);
  const siteCount = siteStart[count];
  const isLinked = (p: number, q: number) =>
    matrices.some((matrix) => {
      for (let i = siteStart[p]; i < siteStart[p + 1]; i++)
        for (let j = siteStart[q]; j < siteStart[q + 1]; j++)
          if (Math.abs(matrix[i * siteCount + j]) > NOTHING * largest) return true;
      return false;
    });
  const all = Array.from({ length: count * count }, (_, k) => [Math.floor(k / count), k % count] as const);
  return all.filter(([p, q]) => isLinked(p, q));
}
