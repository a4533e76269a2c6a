/** Models, inner chains and their lengths. */

import type { InnerPlan } from '../../src/sampling/inner/inner-chain.ts';
import type { SpecInput } from '../../src/spec/spec.ts';
import type { LocalPlan } from '../workshop/tasks/proposal-length.ts';

export interface Entry {
  readonly name: string;
  readonly effective: NonNullable<SpecInput['effective']>;
  readonly unit: 'local sweeps' | 'heat-bath sweeps' | 'trajectories';
  readonly lengths: readonly number[];
}

export const TEMPERATURE = 0.05;
export const SWEEPS = [1, 2, 3, 5, 10, 20, 40];
const TRAJECTORIES = [1, 2, 3, 5, 10, 20];
const TRUNCATED = 'linear, 4 shells';

export const ENTRIES: readonly Entry[] = [
  { name: TRUNCATED, effective: { kind: 'linear', shells: 4 }, unit: 'local sweeps', lengths: SWEEPS },
  { name: TRUNCATED, effective: { kind: 'linear', shells: 4 }, unit: 'heat-bath sweeps', lengths: SWEEPS },
  {
    name: 'linear, all shells',
    effective: { kind: 'linear', shells: 'all' },
    unit: 'heat-bath sweeps',
    lengths: SWEEPS,
  },
  {
    name: 'transformer, 6 shells, 2 blocks',
    effective: { kind: 'transformer', shells: 6, blocks: 2 },
    unit: 'trajectories',
    lengths: TRAJECTORIES,
  },
];

export interface Effort {
  readonly seeds: readonly number[];
  /** Exact evaluations that the transformer learns from. */
  readonly lessons: number;
  /** In the chain of each length. */
  readonly proposals: number;
}

/** Exact evaluations that linear models learn from. */
export const FEW_LESSONS = 200;
export const QUICK: Effort = { seeds: [1], lessons: 1000, proposals: 10000 };
export const FULL: Effort = { seeds: [1, 2, 3], lessons: 3000, proposals: 20000 };

export function planOf({ unit }: Entry, length: number): InnerPlan | LocalPlan {
  if (unit === 'local sweeps') return { kind: 'local', sweeps: length };
  if (unit === 'heat-bath sweeps') return { kind: 'heat-bath', sweeps: length, overrelaxation: 0 };
  return { kind: 'hmc', trajectories: length, steps: 5, stepSize: 0.2 };
}

export const nameOf = ({ name, unit }: Entry): string => `${name}; ${unit}`;
