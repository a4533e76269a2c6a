/** What the pictures have in common. */
import type { Point } from '../../src/report/figures/figure-spec.ts';

/** Pixels of every picture that is no picture of spins: the size of the figures of a run. */
export const SIZE = { width: 480, height: 270 } as const;

/** Ends a line, so that several of them form one series. */
export const GAP: Point = { x: Number.NaN, y: Number.NaN };
