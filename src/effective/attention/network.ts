/** A stack of attention blocks on a lattice, with all data that kernels need. Without blocks it is the linear model. */
import type { Rows } from '../shells.ts';
import { rowPairs } from './row-pairs.ts';
import type { Waves } from './waves.ts';

export interface Network {
  readonly siteCount: number;
  /** Number of shells n_s. */
  readonly shellCount: number;
  /** Number of the shells, the first ones, that blocks are smeared over; of the outputs before the last no others are read out. */
  readonly smearedCount: number;
  readonly blockCount: number;
  /** Whether the outputs of all blocks, and S itself, are read out with the last output. */
  readonly crossReadout: boolean;
  /** Neighbours of site i in shell s = 1 … n_s: row i n_s + s − 1. Bonds are undirected. */
  readonly neighbours: Rows;
  /** Sites that site i attends to: row i. All sites where left out. */
  readonly window?: Rows;
  /** Plane waves that the last output is read out by; its neighbours where left out. */
  readonly waves?: Waves;
  /** Factor of the queries: 1/√3, over N where the attention sum is normalised. */
  readonly scale: number;
}

/**
 * Nanoseconds of a shell sum per neighbour, there and back, of a pair that attends, where all do and within a window, and of plane waves by site and site along one direction: fitted to
 * kernels on square lattices from 6 × 6 to 32 × 32.
 */
const COST = { neighbour: 1.7, pair: 2.4, pairInWindow: 3.4, wave: 1.1 };
/** The cost of the blocks in an energy over that with all derivatives. */
const ENERGY_SHARE = 0.4;

/** Cost of the energy and all derivatives, in nanoseconds. */
export const networkCost = (network: Network): number =>
  COST.neighbour * network.neighbours.entry.length + costOfBlocks(network);

/** Cost of the energy alone where it is read out by plane waves; undefined where it is a usual share of the whole. */
export function energyCost(network: Network): number | undefined {
  const { siteCount, waves } = network;
  if (!waves) return undefined;
  const sites = waves.lengths.reduce((sum, length) => sum + (length > 1 ? length : 0), 0);
  return COST.wave * siteCount * sites + ENERGY_SHARE * costOfBlocks(network);
}

function costOfBlocks({ siteCount, shellCount, smearedCount, blockCount, neighbours, window }: Network): number {
  let smeared = 0;
  for (let row = 0; row < siteCount * shellCount; row += shellCount) {
    smeared += neighbours.start[row + smearedCount] - neighbours.start[row];
  }
  // An entry of a pair of rows takes its time for both of them.
  const attention = window ? 2 * COST.pairInWindow * rowPairs(window).entry.length : COST.pair * siteCount * siteCount;
  return blockCount * (COST.neighbour * smeared + attention);
}

/** Kernels bound to one network; the arrays are theirs. */
export interface AttentionKernels {
  /** θ, in the order of parameters.ts; live. */
  readonly parameters: Float64Array;
  /** The spins, 3N numbers, as input. */
  readonly spins: Float64Array;
  /** ∂E/∂θ and the force −∂E/∂S, 3N, of the last call that asked for them. */
  readonly gradient: Float64Array;
  readonly force: Float64Array;
  /** E of `spins`; NaN where a parameter or a spin is not finite. */
  energy(): number;
  energyAndForce(): number;
  energyAndGradient(): number;
  /** Writes Σ_{δ∈s} S_{i+δ} for s ≥ 1 and the spins of the last call, 3N numbers. */
  shellSum(shell: number, out: Float64Array): void;
}
