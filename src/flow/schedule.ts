/**
 * Which spins move in which layer, and what they see.
 *
 * In the first round colour after colour moves and sees the colours before it alone: those after it are uniform still, and say nothing. Colour 0 stays uniform. The flow is autoregressive then: whatever depends on all spins can be learned as a product of conditional
 * distributions. From the second round on, and where the base is not uniform from the first layer on, every colour sees all others.
 */
import type { Lattice } from '../lattice/lattice.ts';
import { colouringOf } from './colouring.ts';
import { coarseToFine } from './site-order.ts';

/** What moves in one layer: a single site, or a sublattice. */
export type Colours = 'sites' | 'sublattices';
export const COLOURS: readonly Colours[] = ['sites', 'sublattices'];

/** The moves of one layer. */
export interface Turn {
  /** 1 at sites whose spins move. */
  readonly isActive: Uint8Array;
  /** 1 at sites that they see; none of them moves. */
  readonly isSeen: Uint8Array;
}

/** The colour of every site. */
export const coloursOf = (lattice: Lattice, colours: Colours): Int32Array =>
  colours === 'sites' ? coarseToFine(lattice) : colouringOf(lattice);

const countOf = (colours: Int32Array): number => colours.reduce((most, colour) => Math.max(most, colour), 0) + 1;

/** The layers of the first round, at least one: on uniform spins every colour but the first moves in it, on another base all do. */
export const layersOfRound = (lattice: Lattice, colours: Colours, isUniform = true): number =>
  Math.max(1, countOf(coloursOf(lattice, colours)) - Number(isUniform));

/** The turns of so many layers. */
export function scheduleOf(colours: Int32Array, layerCount: number, isUniform: boolean): Turn[] {
  const count = countOf(colours);
  return Array.from({ length: layerCount }, (_, layer) => {
    const active = (layer + 1) % count;
    const isFirst = isUniform && layer + 1 < count;
    return {
      isActive: Uint8Array.from(colours, (colour) => Number(colour === active)),
      isSeen: Uint8Array.from(colours, (colour) => Number(isFirst ? colour < active : colour !== active)),
    };
  });
}
