/** What evaluations of a nodal model need and neither spins nor parameters change: orbitals, waves and propagators. Made before the first evaluation. */
import type { Lattice } from '../../lattice/lattice.ts';
import { cosTurns } from '../../numeric/elementary.ts';
import { neighbourRows } from '../shells.ts';
import { groupWaves } from './group-waves.ts';
import { groupOrbitals } from './groups.ts';
import type { Manifold } from './manifold.ts';
import { applyAll, operatorOf, realOrbitals } from './orbitals.ts';
import { type Packing, packed } from './packing.ts';
import type { NodalSetup } from './setup.ts';
import { realTransform, type Transform } from './transform.ts';

export interface NodalSpace extends NodalSetup {
  readonly packing: Packing;
  /** The site of the lattice at every place. */
  readonly siteOrder: readonly number[];
  /** Waves of the electrons, with the twist. */
  readonly electrons: Transform;
  /** Waves of the spins, without. */
  readonly spins: Transform;
  /** The level of every wave of the electrons, −1 in the manifold, and 1/(ε − μ), 0 in the manifold. */
  readonly level: Int32Array;
  readonly inverse: Float64Array;
  /** P_s of every wave of the spins: what the sum over shell s does to it; P_0 = 1. */
  readonly shellFactors: readonly Float64Array[];
  /** H_0 between orbitals (p, r) and (partner of p, r′), (R × width) for each p. */
  readonly bare: Float64Array;
}

export function nodalSpace(setup: NodalSetup): NodalSpace {
  const { lattice, manifold } = setup;
  const { twist } = lattice.spec;
  const unsorted = realTransform(lattice, twist, [...Array(lattice.siteCount).keys()]);
  const groups = orbitalGroups(manifold, unsorted);
  const sorted = realTransform(lattice, twist, groups.siteOrder);
  const electrons = groups.count === 1 ? sorted : groupWaves(sorted);
  if (!electrons) throw new Error('Orbitals fall into groups that are no sublattices.');
  const packing = packed(groups);
  const still = twist.map(() => 0);
  const spins = realTransform(lattice, still, groups.siteOrder);
  return {
    ...setup,
    packing,
    siteOrder: groups.siteOrder,
    electrons,
    spins,
    ...outerWaves(manifold, electrons),
    shellFactors: shellFactors(setup, spins),
    bare: bareBlocks(manifold, packing, sorted),
  };
}

/** Every level with a weight of its own, so that no two cancel: Σ_l (1 + √(l + 2)) Σ_{q∈l} |q⟩ (ε_q − μ)^p ⟨q|. */
function orbitalGroups(manifold: Manifold, transform: Transform) {
  const { momenta, energies } = manifold;
  const { level, inverse } = outerWaves(manifold, transform);
  const generic = (power: (wave: number) => number) =>
    operatorOf(
      transform,
      Float64Array.from(level, (l, wave) => (l < 0 ? 0 : (1 + Math.sqrt(l + 2)) * power(wave))),
    );
  const projector = operatorOf(
    transform,
    innerWaves(manifold, transform, () => 1),
  );
  const bare = operatorOf(
    transform,
    innerWaves(manifold, transform, (k) => energies[k]),
  );
  return groupOrbitals(
    realOrbitals(projector, level.length, momenta.length),
    [generic((wave) => inverse[wave]), bare],
    [generic((wave) => inverse[wave] * inverse[wave])],
  );
}

/** A factor by wave: that of its momentum in the manifold, 0 outside. */
function innerWaves({ momenta }: Manifold, { momentum }: Transform, factor: (index: number) => number): Float64Array {
  const index = new Map(Array.from(momenta, (k, n) => [k, n]));
  return Float64Array.from(momentum, (k) => {
    const n = index.get(k);
    return n === undefined ? 0 : factor(n);
  });
}

function outerWaves({ outerMomenta, outerEnergies, level }: Manifold, { momentum }: Transform) {
  const index = new Map(Array.from(outerMomenta, (q, n) => [q, n]));
  const numbers = Array.from(momentum, (q) => index.get(q));
  return {
    level: Int32Array.from(numbers, (n) => (n === undefined ? -1 : level[n])),
    inverse: Float64Array.from(numbers, (n) => (n === undefined ? 0 : 1 / outerEnergies[n])),
  };
}

/** P_s(k) = Σ_{δ∈s} cos k·δ over the neighbours of site 0. */
function shellFactors({ lattice, shells }: NodalSetup, { momentum }: Transform): Float64Array[] {
  const { start, entry } = neighbourRows(lattice, shells);
  const sum = (k: number, s: number) =>
    entry.subarray(start[s], start[s + 1]).reduce((total, site) => total + cosTurns(turns(lattice, k, site)), 0);
  const ones = new Float64Array(momentum.length).fill(1);
  return [ones, ...shells.map((_, s) => Float64Array.from(momentum, (k) => sum(k, s)))];
}

/** k·r of a site in turns, without a twist; k by number, in the order of sites. */
function turns({ spec: { size } }: Lattice, k: number, site: number): number {
  let [n, x] = [k, site];
  return size.reduce((sum, length) => {
    const product = ((n % length) * (x % length)) / length;
    [n, x] = [Math.floor(n / length), Math.floor(x / length)];
    return sum + product;
  }, 0);
}

/** Σ_k φ_a(k) (ε_k − μ) φ_b(k), from the waves of the orbitals of each group by itself. */
function bareBlocks(manifold: Manifold, packing: Packing, transform: Transform): Float64Array {
  const { groupCount, groupSize, orbitalCount, width, partner, orbitals } = packing;
  const energy = innerWaves(manifold, transform, (k) => manifold.energies[k]);
  const waves = Array.from({ length: groupCount }, (_, p) => {
    const own = new Float64Array(orbitals.length);
    const [from, to] = [p * groupSize * width, (p + 1) * groupSize * width];
    own.set(orbitals.subarray(from, to), from);
    return applyAll(transform.forward, own, width);
  });
  const element = (p: number, r: number, s: number) =>
    energy.reduce((sum, value, k) => sum + value * waves[p][k * width + r] * waves[partner[p]][k * width + s], 0);
  const blocks = new Float64Array(groupCount * width * width);
  for (let p = 0; p < groupCount; p++)
    for (let r = 0; r < orbitalCount; r++)
      for (let s = 0; s < orbitalCount; s++) blocks[(p * width + r) * width + s] = element(p, r, s);
  return blocks;
}
