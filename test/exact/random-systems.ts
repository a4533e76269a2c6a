/** Random sparse Hermitian hopping and spins, for tests that need no lattice. */
import type { HoppingMatrix } from '../../src/exact/hopping.ts';
import { randomDirection } from '../../src/numeric/directions.ts';
import type { philoxStream } from '../../src/numeric/philox.ts';

export type Random = ReturnType<typeof philoxStream>;

export function randomSpins(random: Random, siteCount: number): Float64Array {
  const spins = new Float64Array(3 * siteCount);
  for (let i = 0; i < siteCount; i++) randomDirection(random, spins, 3 * i);
  return spins;
}

export interface RandomGraph {
  readonly siteCount: number;
  /** Probability of a bond between an allowed pair. */
  readonly density: number;
  /** Real bonds between sites of different parity only, no diagonal: class C. */
  readonly classC: boolean;
}

export function randomHopping(random: Random, { siteCount, density, classC }: RandomGraph): HoppingMatrix {
  const amplitude = () => 2 * random.nextUniform() - 1;
  const rows = Array.from({ length: siteCount }, () => new Map<number, [number, number]>());
  for (let i = 0; i < siteCount; i++) {
    if (!classC) rows[i].set(i, [amplitude(), 0]);
    for (let j = i + 1; j < siteCount; j++) {
      if (random.nextUniform() > density || (classC && (j - i) % 2 === 0)) continue;
      const [real, imaginary] = [amplitude(), classC ? 0 : amplitude()];
      rows[i].set(j, [real, imaginary]);
      rows[j].set(i, [real, -imaginary]);
    }
  }
  return compress(rows);
}

function compress(rows: Map<number, [number, number]>[]): HoppingMatrix {
  const sorted = rows.map((row) => [...row].sort(([a], [b]) => a - b));
  const entries = sorted.flat();
  const rowStart = new Int32Array(rows.length + 1);
  sorted.forEach((row, i) => {
    rowStart[i + 1] = rowStart[i] + row.length;
  });
  return {
    siteCount: rows.length,
    rowStart,
    column: Int32Array.from(entries, ([j]) => j),
    real: Float64Array.from(entries, ([, [real]]) => real),
    imaginary: Float64Array.from(entries, ([, [, imaginary]]) => imaginary),
  };
}

/** Sublattice sign by parity, for class C hopping from above. */
export const parity = (siteCount: number): Int8Array =>
  Int8Array.from({ length: siteCount }, (_, i) => (i % 2 ? -1 : 1));
