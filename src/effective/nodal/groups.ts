/** Sites and orbitals in groups that do not couple: orbitals of several groups share the columns of one array. */
import type { SiteMatrix } from './orbitals.ts';

/** Sites and orbitals are renumbered so that those of a group follow each other; all groups have equally many. */
export interface Groups {
  readonly count: number;
  /** Sites of a group. */
  readonly siteCount: number;
  /** Orbitals of a group. */
  readonly orbitalCount: number;
  /** Site of the lattice, by new number. */
  readonly siteOrder: readonly number[];
  /** The group of the sites that orbitals of each group are propagated to; that of the partner's partner is the group itself. */
  readonly partner: readonly number[];
  /** Orbitals by group, each on all sites of the lattice. */
  readonly orbitals: readonly (readonly Float64Array[])[];
}

/** Elements of a matrix below this, as a fraction of the largest, are rounding errors. */
const NOTHING = 1e-12;

/**
 * Two sites are in one group if an orbital is on both: with perfect nesting groups are the two sublattices. Where there are more, or propagators of odd powers do not lead from every group to one
 * partner, or those of even powers out of it, all is one group. `odd`, `even`: matrices with elements wherever such propagators may have some.
 */
export function groupOrbitals(
  orbitals: readonly Float64Array[],
  odd: readonly SiteMatrix[],
  even: readonly SiteMatrix[],
): Groups {
  const parts = connected(orbitals);
  const partner = parts.length === 2 && isUniform(parts) && partnersOf(parts, odd, even);
  if (!partner) return grouped([{ sites: [...orbitals[0].keys()], orbitals }], [0]);
  return grouped(parts, partner);
}

interface Part {
  readonly sites: readonly number[];
  readonly orbitals: readonly Float64Array[];
}

function grouped(parts: readonly Part[], partner: readonly number[]): Groups {
  return {
    count: parts.length,
    siteCount: parts[0].sites.length,
    orbitalCount: parts[0].orbitals.length,
    siteOrder: parts.flatMap(({ sites }) => sites),
    partner,
    orbitals: parts.map((part) => part.orbitals),
  };
}

function connected(orbitals: readonly Float64Array[]): Part[] {
  const left = new Set(orbitals);
  const parts: Part[] = [];
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
    parts.push({ sites, orbitals: members });
  }
  return parts;
}

const isUniform = (parts: readonly Part[]): boolean =>
  parts.every(
    ({ sites, orbitals }) => sites.length === parts[0].sites.length && orbitals.length === parts[0].orbitals.length,
  );

/** Undefined where there are no partners. */
function partnersOf(
  parts: readonly Part[],
  odd: readonly SiteMatrix[],
  even: readonly SiteMatrix[],
): number[] | undefined {
  const targets = (matrices: readonly SiteMatrix[], p: number) =>
    [...parts.keys()].filter((q) => matrices.some((matrix) => isLinked(matrix, parts[p].sites, parts[q].sites)));
  const stays = [...parts.keys()].every((p) => targets(even, p).every((q) => q === p));
  const others = [...parts.keys()].map((p) => targets(odd, p));
  if (!stays || others.some(({ length }) => length > 1)) return undefined;
  const partner = others.map(([q = -1], p) => (q < 0 ? p : q));
  return partner.every((q, p) => partner[q] === p) ? partner : undefined;
}

function isLinked(matrix: SiteMatrix, from: readonly number[], to: readonly number[]): boolean {
  const count = Math.sqrt(matrix.length);
  const least = NOTHING * matrix.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
  return from.some((i) => to.some((j) => Math.abs(matrix[i * count + j]) > least));
}
