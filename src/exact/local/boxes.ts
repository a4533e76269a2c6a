/** Cuts a lattice into boxes of unit cells: the footprints of patches. */
import type { Lattice } from '../../lattice/lattice.ts';
import { cellOf } from '../../lattice/sites.ts';

const CANDIDATES = 6;

/** Sites of each box, boxes and sites in site order. A direction that the shape does not divide gets boxes of two lengths. */
export function boxes(lattice: Lattice, shape: readonly number[]): number[][] {
  const { size } = lattice.spec;
  const chunkCounts = size.map((length, d) => Math.ceil(length / shape[d]));
  const total = chunkCounts.reduce((product, count) => product * count, 1);
  const groups: number[][] = Array.from({ length: total }, () => []);
  for (let site = 0; site < lattice.siteCount; site++) {
    groups[boxOf(cellOf(lattice, site), size, chunkCounts)].push(site);
  }
  return groups;
}

function boxOf(cell: readonly number[], size: readonly number[], chunkCounts: readonly number[]): number {
  return cell.reduceRight((box, n, d) => Math.floor((n * chunkCounts[d]) / size[d]) + chunkCounts[d] * box, 0);
}

/** Shapes whose boxes come closest to the wanted number of sites: divisors of each length (a prime is halved and quartered), longer sides first where a lattice allows that. */
export function candidateShapes(lattice: Lattice, wanted: number): number[][] {
  const { size } = lattice.spec;
  const all = size
    .map(lengths)
    .reduce<number[][]>((shapes, side) => shapes.flatMap((s) => side.map((b) => [...s, b])), [[]]);
  const ordered = all.filter((shape) => shape.every((b, d) => d === 0 || b <= shape[d - 1]));
  // A narrow lattice of prime length has none: its boxes are longer than it is wide.
  const shapes = ordered.length > 0 ? ordered : all;
  const sites = (shape: readonly number[]) => lattice.basisCount * shape.reduce((product, b) => product * b, 1);
  const distance = (shape: readonly number[]) => Math.max(sites(shape) / wanted, wanted / sites(shape));
  return shapes.sort((a, b) => distance(a) - distance(b)).slice(0, CANDIDATES);
}

function lengths(length: number): number[] {
  const divisors = Array.from({ length }, (_, d) => d + 1).filter((d) => length % d === 0);
  return divisors.length > 2 ? divisors : [...new Set([Math.ceil(length / 4), Math.ceil(length / 2), length])];
}
