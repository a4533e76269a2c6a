/** How flows of one kind change with the number of sites N. */
import { type Cell, flowAt } from './flow-cells.ts';
import type { Base, Place } from './flow-points.ts';
import { type FittedLaw, fitExponential, fitPowerLaw } from './power-law.ts';

/** A kind of flow at one temperature. */
export interface Law {
  readonly name: string;
  readonly temperature: number;
  /** The flows by ascending N. */
  readonly cells: readonly Cell[];
  /** The effective share as e^−αN and as N^−α, and the variance of log(W/q) as N^−α. */
  readonly exponential: FittedLaw;
  readonly power: FittedLaw;
  readonly variance: FittedLaw;
}

const KINDS: readonly { readonly name: string; readonly base: Base; readonly rounds: number }[] = [
  { name: 'flow from uniform spins', base: 'uniform', rounds: 1 },
  { name: 'flow on the linear model', base: 'linear', rounds: 1 },
  { name: 'linear model alone', base: 'linear', rounds: 0 },
];

/** The laws of all kinds at one temperature. */
export function lawsAt(cells: readonly Cell[], sizes: readonly Place['size'][], temperature: number): Law[] {
  return KINDS.map(({ name, base, rounds }) => {
    const growing = sizes.map((size) => flowAt(cells, { physics: 'electrons', size, temperature, base, rounds }));
    const points = (key: 'share' | 'variance') =>
      growing.map(({ seeds }) => ({ x: seeds[0].siteCount, seeds: seeds.map(({ quality }) => quality[key]) }));
    return {
      ...{ name, temperature, cells: growing },
      exponential: fitExponential(points('share')),
      power: fitPowerLaw(points('share')),
      variance: fitPowerLaw(points('variance')),
    };
  });
}
