/** What the figures of several claims have in common. */
import type { Axis, Point } from '../src/report/figures/figure-spec.ts';
import type { Combined } from './analysis/seeds.ts';

export const ACCEPTANCE: Axis = { label: 'acceptance of decorrelated proposals', domain: [0, 1] };
export const SQUARED_ERROR: Axis = { label: 'mean squared error σ² of β(F − E), unseen samples', scale: 'log' };

export const pointOf = (x: number, { value, error }: Combined): Point => ({ x, y: value, error });
