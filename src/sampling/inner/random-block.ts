/** Blocks of the lattice at random places. */
import { InputError } from '../../errors.ts';
import { hasSpin } from '../../lattice/disorder/occupation.ts';
import type { Lattice } from '../../lattice/lattice.ts';
import type { RandomStream } from '../../numeric/philox.ts';

/** Draws the sites that an advance updates, ascending. Never by the spins: the kernel is reversible for every region, hence for a region drawn without looking at them. */
export type DrawSites = (random: RandomStream) => Int32Array;

/**
 * The sites of a block of `side` unit cells in every direction, or of the whole lattice where that is shorter, at a place drawn uniformly. A block that reaches an end of the lattice
 * goes on at the other one, with open boundaries too. Sites without a spin are left out. Throws InputError unless `side` is an integer from 1 up.
 */
export function randomBlock(lattice: Lattice, side: number): DrawSites {
  if (!Number.isInteger(side) || side < 1) {
    throw new InputError(`block: expected a whole number of unit cells, 1 or more, found ${side}\n  did you mean 8?`);
  }
  const { spec, basisCount, realisation } = lattice;
  const { size } = spec;
  return (random) => {
    const ranges = size.map((length) => cellsOf(length, Math.min(side, length), random));
    const sites = sitesOf(ranges, size, basisCount);
    return realisation ? sites.filter((site) => hasSpin(lattice, site)) : sites;
  };
}

/** How many sites such a block has. */
export const blockSize = ({ spec, basisCount }: Lattice, side: number): number =>
  spec.size.reduce((sites, length) => sites * Math.min(side, length), basisCount);

/** The cells along one direction, ascending; where all belong to the block there is no place to draw. */
function cellsOf(length: number, count: number, random: RandomStream): number[] {
  const first = count < length ? Math.floor(length * random.nextUniform()) : 0;
  return Array.from({ length: count }, (_, k) => (first + k) % length).sort((a, b) => a - b);
}

/** The sites of the cells with these coordinates: site b + basisCount (x + L_x (y + L_y z)). */
function sitesOf(ranges: readonly (readonly number[])[], size: readonly number[], basisCount: number): Int32Array {
  let sites = [0];
  for (let d = ranges.length - 1; d >= 0; d--) {
    sites = sites.flatMap((site) => ranges[d].map((x) => site * size[d] + x));
  }
  return Int32Array.from(sites.flatMap((cell) => Array.from({ length: basisCount }, (_, b) => basisCount * cell + b)));
}
