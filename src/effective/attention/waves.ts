/** Plane waves of a periodic lattice with one site in its cell, for the readout of many shells. */
import type { Lattice } from '../../lattice/lattice.ts';
import { cosTurns, sinTurns } from '../../numeric/elementary.ts';
import type { Rows } from '../shells.ts';

/** Tables for sums over plane waves. */
export interface Waves {
  /** Sites along three directions; 1 where there is none. */
  readonly lengths: readonly [number, number, number];
  /** cos and sin of 2πkx/n for every direction, k and x = 0 … n − 1. */
  readonly table: Float64Array;
  /** The site with coordinates −x of every site. */
  readonly opposites: Int32Array;
}

/** Neighbours in sums that take the time of one site along one direction of the lattice here, with a factor of two to spare. */
const NEIGHBOURS = 4;

/** The waves of a lattice where sums over them take less than half of the time of sums over these neighbours, else undefined. Translations must map the lattice to itself. */
export function wavesInsteadOf(
  neighbours: Rows,
  { spec, basisCount, dimension, siteCount, realisation }: Lattice,
): Waves | undefined {
  const { size, boundary } = spec;
  if (realisation || basisCount > 1 || dimension > 3 || boundary.includes('open')) return undefined;
  const sites = size.reduce((sum, length) => sum + length, 0);
  if (NEIGHBOURS * sites * siteCount >= neighbours.entry.length) return undefined;
  const lengths = [size[0], size[1] ?? 1, size[2] ?? 1] as const;
  return { lengths, table: tableOf(lengths), opposites: oppositesOf(lengths) };
}

function tableOf(lengths: Waves['lengths']): Float64Array {
  const entries = lengths.flatMap((length) =>
    Array.from({ length: length * length }, (_, entry) => {
      const turns = ((Math.floor(entry / length) * (entry % length)) % length) / length;
      return [cosTurns(turns), sinTurns(turns)];
    }).flat(),
  );
  return Float64Array.from(entries);
}

function oppositesOf([lx, ly, lz]: Waves['lengths']): Int32Array {
  const opposite = (x: number, length: number) => (length - x) % length;
  return Int32Array.from({ length: lx * ly * lz }, (_, site) => {
    const [x, y, z] = [site % lx, Math.floor(site / lx) % ly, Math.floor(site / (lx * ly))];
    return opposite(x, lx) + lx * (opposite(y, ly) + ly * opposite(z, lz));
  });
}
