/** The shell sums of all sites over seen spins, kept from layer to layer: of a spin that comes, goes or moves only its neighbours take notice. */
import type { Rows } from '../../effective/shells.ts';
import type { FlowTables } from '../tables.ts';
import type { FlowState } from './state.ts';

/** From the sums of layer b − 1 to those of layer b, or, `downwards`, back. */
export function crossBoundary(tables: FlowTables, state: FlowState, b: number, downwards: boolean): void {
  const [away, here] = downwards ? [tables.joined, tables.left] : [tables.left, tables.joined];
  for (let e = away.start[b]; e < away.start[b + 1]; e++) addSpin(tables.reach, state, away.entry[e], -1);
  for (let e = here.start[b]; e < here.start[b + 1]; e++) addSpin(tables.reach, state, here.entry[e], 1);
}

/** Reverse mode of a crossing, from ∂E/∂F to ∂E/∂S. `downwards`: of one that led upwards. */
export function crossBack(tables: FlowTables, state: FlowState, b: number, downwards: boolean): void {
  const { reach, joined, left } = tables;
  const sign = downwards ? 1 : -1;
  for (let e = joined.start[b]; e < joined.start[b + 1]; e++) gatherSpin(reach, state, joined.entry[e], sign);
  for (let e = left.start[b]; e < left.start[b + 1]; e++) gatherSpin(reach, state, left.entry[e], -sign);
}

function addSpin({ start, entry }: Rows, { spins, sums }: FlowState, site: number, sign: number): void {
  const x = sign * spins[3 * site];
  const y = sign * spins[3 * site + 1];
  const z = sign * spins[3 * site + 2];
  for (let e = start[site]; e < start[site + 1]; e++) {
    const at = 3 * entry[e];
    sums[at] += x;
    sums[at + 1] += y;
    sums[at + 2] += z;
  }
}

function gatherSpin({ start, entry }: Rows, { adjoint, sumAdjoints }: FlowState, site: number, sign: number): void {
  let x = 0;
  let y = 0;
  let z = 0;
  for (let e = start[site]; e < start[site + 1]; e++) {
    const at = 3 * entry[e];
    x += sumAdjoints[at];
    y += sumAdjoints[at + 1];
    z += sumAdjoints[at + 2];
  }
  adjoint[3 * site] += sign * x;
  adjoint[3 * site + 1] += sign * y;
  adjoint[3 * site + 2] += sign * z;
}
