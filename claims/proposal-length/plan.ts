/** Models, inner chains and their lengths. */
import type { InnerPlan } from '../../src/sampling/inner/inner-chain.ts';
import type { SpecInput } from '../../src/spec/spec.ts';
import type { LocalPlan } from '../workshop/tasks/proposal-length.ts';

export interface Candidate {
  readonly name: string;
  readonly effective: NonNullable<SpecInput['effective']>;
  readonly exactEvaluations: number;
  readonly unit: 'local sweeps' | 'heat-bath sweeps' | 'trajectories';
  /** The lengths of the inner chain in this unit, ascending. */
  readonly lengths: readonly number[];
}

export interface Plan {
  readonly candidates: readonly Candidate[];
  readonly seeds: readonly number[];
  /** The number of proposals in the chain of each length. */
  readonly proposals: number;
}

export const TEMPERATURE = 0.05;
export const SWEEPS = [1, 2, 3, 5, 10, 20, 40];

const TRUNCATED = {
  name: 'linear, 4 shells',
  effective: { kind: 'linear', shells: 4 },
  exactEvaluations: 200,
  lengths: SWEEPS,
} as const;

/** The candidates, the transformer learned from so many exact evaluations. */
const candidatesOf = (exactEvaluations: number): Candidate[] => [
  { ...TRUNCATED, unit: 'local sweeps' },
  { ...TRUNCATED, unit: 'heat-bath sweeps' },
  {
    ...TRUNCATED,
    name: 'linear, all shells',
    effective: { kind: 'linear', shells: 'all' },
    unit: 'heat-bath sweeps',
  },
  {
    name: 'transformer, 6 shells, 2 blocks',
    effective: { kind: 'transformer', shells: 6, blocks: 2 },
    exactEvaluations,
    unit: 'trajectories',
    lengths: [1, 2, 3, 5, 10, 20],
  },
];

export const plan = (isQuick: boolean): Plan =>
  isQuick
    ? { candidates: candidatesOf(1000), seeds: [1], proposals: 10000 }
    : { candidates: candidatesOf(3000), seeds: [1, 2, 3], proposals: 20000 };

/** The inner chain of a candidate at one length. */
export function innerPlanOf({ unit }: Candidate, length: number): InnerPlan | LocalPlan {
  if (unit === 'local sweeps') return { kind: 'local', sweeps: length };
  if (unit === 'heat-bath sweeps') return { kind: 'heat-bath', sweeps: length, overrelaxation: 0 };
  return { kind: 'hmc', trajectories: length, steps: 5, stepSize: 0.2 };
}

export const nameOf = ({ name, unit }: Candidate): string => `${name}; ${unit}`;
