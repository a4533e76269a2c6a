/** What does not change while a chain runs: where spins are drawn, and which wave vectors there are. */
import { type Lattice, reciprocalVectors, structureFactorWaveNumbers } from '../../src/index.ts';
import { latticeOf, type Spec } from '../../src/spec.ts';

export interface Scene {
  readonly size: readonly number[];
  readonly dimension: number;
  readonly siteCount: number;
  /** Cartesian, three numbers a site, in lattice constants; 0 beyond the dimension. */
  readonly positions: Float32Array;
  /** Bonds of the first shell that cross no boundary, as pairs of sites. */
  readonly bonds: Uint32Array;
  /** The wave vectors of every structure factor by its name: Cartesian, `dimension` numbers each. */
  readonly waves: Readonly<Record<string, Float32Array>>;
}

export function sceneOf(spec: Spec): Scene {
  const lattice = latticeOf(spec);
  const { dimension, siteCount } = lattice;
  const positions = inSpace(lattice);
  return {
    size: lattice.spec.size,
    dimension,
    siteCount,
    positions,
    bonds: insideBonds(lattice),
    waves: waves(lattice, spec.model),
  };
}

function inSpace({ dimension, siteCount, positions }: Lattice): Float32Array {
  const result = new Float32Array(3 * siteCount);
  for (let i = 0; i < siteCount; i++)
    for (let d = 0; d < dimension; d++) result[3 * i + d] = positions[dimension * i + d];
  return result;
}

/** A bond crosses a boundary where its sites lie further apart than it is long. */
function insideBonds(lattice: Lattice): Uint32Array {
  const { dimension, positions } = lattice;
  const apart = (i: number, j: number) =>
    Math.hypot(
      ...Array.from({ length: dimension }, (_, d) => positions[dimension * j + d] - positions[dimension * i + d]),
    );
  const inside = lattice
    .bonds(1)
    .filter(({ from, to, displacement }) => Math.abs(apart(from, to) - Math.hypot(...displacement)) < 1e-6);
  return Uint32Array.from(inside.flatMap(({ from, to }) => [from, to]));
}

function waves(lattice: Lattice, electrons: Spec['model']): Record<string, Float32Array> {
  const reciprocal = reciprocalVectors(lattice);
  const { size } = lattice.spec;
  const cartesian = (n: readonly number[]) =>
    reciprocal.map((_, c) => n.reduce((sum, m, d) => sum + (m / size[d]) * reciprocal[d][c], 0));
  // With several sites in a cell S(q) is not the same at q + G.
  const drawn = lattice.basisCount === 1 ? (q: number[]) => shortest(q, reciprocal) : (q: number[]) => [q];
  const entries = Object.entries(structureFactorWaveNumbers(lattice, electrons));
  return Object.fromEntries(
    entries.map(([name, all]) => [name, Float32Array.from(all.map(cartesian).flatMap(drawn).flat())]),
  );
}

/** The shortest of all q + G: one within the first Brillouin zone, several on its boundary. */
function shortest(q: readonly number[], reciprocal: readonly (readonly number[])[]): number[][] {
  const moved = reciprocal.reduce<number[][]>(
    (all, b) => all.flatMap((p) => [-2, -1, 0, 1].map((n) => p.map((value, c) => value + n * b[c]))),
    [[...q]],
  );
  const least = Math.min(...moved.map((p) => Math.hypot(...p)));
  return moved.filter((p) => Math.hypot(...p) < least + 1e-9);
}
