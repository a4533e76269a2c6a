/**
 * Divides the sites into patches for local updates. Patches that a translation maps onto each other share one pattern: the
 * configuration is moved instead. Moving spins across a twisted boundary is a gauge transformation and changes no determinant;
 * with a flux it is none for all translations, and patches share patterns by the others only. With disorder they share none.
 */
import { hasSpin } from '../../lattice/disorder/occupation.ts';
import type { Lattice } from '../../lattice/lattice.ts';
import { cellOf } from '../../lattice/sites.ts';
import { translateSite, translation } from '../../lattice/symmetry.ts';
import { exp, log } from '../../numeric/elementary.ts';
import type { Arithmetic } from '../factor/problem.ts';
import { independentSet, sublatticeMask } from '../pattern/independent-set.ts';
import { createPattern, estimateOperations, type FactorPattern } from '../pattern/pattern.ts';
import { isGaugeEquivalent } from '../symmetry/gauge.ts';
import type { SpinFermionSystem } from '../system.ts';
import { boxes, candidateShapes } from './boxes.ts';

interface Patch {
  readonly sites: Int32Array;
  /** Which of the distinct footprints this is a translate of. */
  readonly footprint: number;
  /** Site i of the lattice plays the role of site image()[i] in the footprint's pattern. */
  readonly image: () => Int32Array;
}

export interface PatchPlan {
  readonly patches: readonly Patch[];
  /** Patterns of the distinct footprints, made when first asked for. */
  pattern(footprint: number): FactorPattern;
}

/** Share of proposals assumed to be accepted when shapes are compared. */
const ACCEPTANCE = 0.7;
/** Patches looked at per shape: open lattices have many distinct ones of about equal cost. */
const SAMPLED = 4;

/** The division of a lattice into patches. `operations`: block multiply-adds of a factorisation of the whole lattice. */
export function planPatches(system: SpinFermionSystem, arithmetic: Arithmetic, operations: number): PatchPlan {
  const { lattice } = system.parameters;
  const shapes = candidateShapes(lattice, boxSize(arithmetic, operations)).map((s) => siteSets(system, arithmetic, s));
  const cheapest = least(shapes, (sets) => costOfSweep(system, arithmetic, sets));
  const { patches, footprints } = classify(system, cheapest);
  const patterns: FactorPattern[] = [];
  const attempts = footprints.length > SAMPLED ? 1 : undefined;
  return {
    patches,
    pattern(footprint) {
      const sites = footprints[footprint];
      patterns[footprint] ??= createPattern(system.hopping, mask(system, arithmetic, sites), sites, attempts);
      return patterns[footprint];
    },
  };
}

/**
 * Sites of a box when N/m factorisations and N rank-one updates of m² multiply-adds balance: m³ ≈ operations/3.4 for the patch,
 * which is half of the box where one sublattice is eliminated.
 */
function boxSize(arithmetic: Arithmetic, operations: number): number {
  const patchSize = Math.max(4, exp(log(1 + operations / 3.4) / 3));
  return arithmetic === 'quaternion' ? 2 * patchSize : patchSize;
}

/** The retained sites of a box; on the quaternion route one patch for either sublattice. */
function siteSets({ parameters, sublattice }: SpinFermionSystem, arithmetic: Arithmetic, shape: number[]): number[][] {
  const groups = boxes(parameters.lattice, shape).map((group) =>
    group.filter((site) => hasSpin(parameters.lattice, site)),
  );
  const isSplit = arithmetic === 'quaternion' && sublattice;
  const split = isSplit
    ? [1, -1].flatMap((sign) => groups.map((group) => group.filter((site) => sublattice[site] === sign)))
    : groups;
  return split.filter((sites) => sites.length > 0);
}

function mask(system: SpinFermionSystem, arithmetic: Arithmetic, patch: readonly number[]): boolean[] {
  return arithmetic === 'quaternion' && system.sublattice
    ? sublatticeMask(system.sublattice, patch[0])
    : independentSet(system.hopping, new Set(patch));
}

/** Block multiply-adds: factorisation up to the patch, inverse of the patch, rank-one updates. */
function costOfSweep(system: SpinFermionSystem, arithmetic: Arithmetic, sets: readonly number[][]): number {
  const stride = Math.ceil(sets.length / SAMPLED);
  const sampled = sets.filter((_, index) => index % stride === 0);
  const costs = sampled.map((sites) => {
    const cube = sites.length * sites.length * sites.length;
    return estimateOperations(system.hopping, mask(system, arithmetic, sites), sites) + (1 + ACCEPTANCE) * cube;
  });
  return (sets.length * costs.reduce((sum, cost) => sum + cost, 0)) / sampled.length;
}

function least<T>(items: readonly T[], cost: (item: T) => number): T {
  const costs = items.map(cost);
  return items[costs.indexOf(Math.min(...costs))];
}

function classify(system: SpinFermionSystem, sets: readonly number[][]): { patches: Patch[]; footprints: number[][] } {
  const { lattice } = system.parameters;
  const footprints: number[][] = [];
  const nowhere = lattice.spec.size.map(() => 0);
  const patches = sets.map((sites): Patch => {
    const known = findTranslate(system, sites, footprints, sets.length);
    if (known) return known;
    footprints.push(sites);
    const image = imageOf(lattice, nowhere, sets.length);
    return { sites: Int32Array.from(sites), footprint: footprints.length - 1, image };
  });
  return { patches, footprints };
}

/** Numbers of all images together that are kept; beyond, each is made when its patch is opened, for a small part of the time that takes. */
const MOST_KEPT = 10_000_000;

function imageOf(lattice: Lattice, shift: readonly number[], patchCount: number): () => Int32Array {
  if (patchCount * lattice.siteCount > MOST_KEPT) return () => translation(lattice, shift);
  const image = translation(lattice, shift);
  return () => image;
}

/** The same patch seen as a translate of a known footprint, its sites in the footprint's order. */
function findTranslate(
  system: SpinFermionSystem,
  sites: readonly number[],
  footprints: readonly number[][],
  patchCount: number,
): Patch | undefined {
  const { lattice } = system.parameters;
  if (lattice.realisation) return undefined;
  for (const [footprint, reference] of footprints.entries()) {
    if (reference.length !== sites.length) continue;
    const wanted = new Set(reference);
    const shifts = reference.flatMap((target) => shiftBetween(lattice, sites[0], target) ?? []);
    const fitting = shifts.filter((s) => sites.every((site) => wanted.has(translateSite(lattice, site, s))));
    const shift = fitting.find((s) => keepsHopping(system, s));
    if (!shift) continue;
    const preimage = new Map(sites.map((site) => [translateSite(lattice, site, shift), site]));
    const ordered = Int32Array.from(reference, (site) => preimage.get(site) as number);
    return { sites: ordered, footprint, image: imageOf(lattice, shift, patchCount) };
  }
  return undefined;
}

/** Whether a translation leaves the levels as they are, up to what it does to spins. */
function keepsHopping({ parameters, hopping }: SpinFermionSystem, shift: readonly number[]): boolean {
  if (!parameters.flux) return true;
  return isGaugeEquivalent(hopping, translation(parameters.lattice, shift), { conjugated: false, negated: false });
}

/** The translation that takes one site to another, in an array; undefined where none does or a boundary is open. */
function shiftBetween(lattice: Lattice, from: number, to: number): [number[]] | undefined {
  const { size, boundary } = lattice.spec;
  const [a, b] = [cellOf(lattice, from), cellOf(lattice, to)];
  const shift = size.map((length, d) => (b[d] - a[d] + length) % length);
  const exists =
    from % lattice.basisCount === to % lattice.basisCount &&
    shift.every((n, d) => n === 0 || boundary[d] === 'periodic');
  return exists ? [shift] : undefined;
}
