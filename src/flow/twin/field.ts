/** What makes h_i, in the twin. */
import type { FlowTables } from '../tables.ts';
import type { FlowState } from './state.ts';
import type { Vector } from './vectors.ts';

/** Functions of the sums F of a layer; k is the number of an active site among all entries of `active`. */
export interface TwinField {
  /** What all active sites of a layer share. */
  begin?(layer: number): void;
  /** Writes h. */
  look(layer: number, k: number, out: Vector): void;
  beginBack?(layer: number): void;
  /** The way back from ∂E/∂h, `pull`: adds to ∂E/∂F of the site itself, and to the gradient if `toParameters`. */
  lookBack(layer: number, k: number, pull: Vector, toParameters: boolean): void;
  /** The way back of what is shared. */
  endBack?(layer: number, toParameters: boolean): void;
}

export type CreateTwinField = (tables: FlowTables, state: FlowState) => TwinField;
