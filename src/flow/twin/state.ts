/** What the twin works on, and what a pass leaves for the ways back. */
import { createDerivatives, createMoved, type Derivatives, type Moved } from '../maps/cosine-map.ts';
import type { FlowTables } from '../tables.ts';
import { createVector, type Vector } from './vectors.ts';

/** One spin of one layer. A pass in either direction leaves the same, but for rounding. */
export interface MoveRecord {
  readonly site: number;
  /** The spin on the side of z and on that of S, and the places of its cosines. */
  readonly base: Vector;
  readonly image: Vector;
  readonly baseCut: Moved;
  readonly imageCut: Moved;
  /** h, and |h|, or 0 where h and κ are too short for an axis. */
  readonly field: Vector;
  length: number;
  /** I_s, s = 1 … n_s. */
  readonly invariants: Float64Array;
  /** c_0 + Σ_s c_s I_s of every parameter of the map. */
  readonly affine: Float64Array;
  readonly derivatives: Derivatives;
}

/** Arrays of all layers; those of sums F_js have three numbers for each. */
export interface FlowState {
  readonly parameters: Float64Array;
  readonly gradient: Float64Array;
  readonly spins: Float64Array;
  readonly adjoint: Float64Array;
  readonly sums: Float64Array;
  readonly sumAdjoints: Float64Array;
  /** Of the entries of `active`. */
  readonly moves: readonly MoveRecord[];
}

export function createState(tables: FlowTables): FlowState {
  const { siteCount, shellCount, layerCount, width, active } = tables;
  const sums = () => new Float64Array(3 * siteCount * shellCount);
  return {
    parameters: new Float64Array(layerCount * width),
    gradient: new Float64Array(layerCount * width),
    spins: new Float64Array(3 * siteCount),
    adjoint: new Float64Array(3 * siteCount),
    sums: sums(),
    sumAdjoints: sums(),
    moves: Array.from(active.entry, (site) => createMove(site, tables)),
  };
}

function createMove(site: number, { shellCount, splineCount }: FlowTables): MoveRecord {
  return {
    site,
    base: createVector(),
    image: createVector(),
    baseCut: createMoved(),
    imageCut: createMoved(),
    field: createVector(),
    length: 0,
    invariants: new Float64Array(shellCount),
    affine: new Float64Array(splineCount + 1),
    derivatives: createDerivatives(splineCount + 1),
  };
}
