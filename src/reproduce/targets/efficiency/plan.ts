/** Samplers and models in competition, and how long they run. */
import type { SpecInput } from '../../../run/spec/spec.ts';

export interface Entry {
  readonly name: string;
  readonly method: NonNullable<NonNullable<SpecInput['sampling']>['method']>;
  /** Where it learns. */
  readonly effective?: NonNullable<SpecInput['effective']>;
  /** To learn from, at most. */
  readonly exactEvaluations?: number;
  /** Larger lattices would take too long. */
  readonly upTo?: number;
}

export interface Plan {
  readonly entries: readonly Entry[];
  readonly seeds: readonly number[];
  /** By L, of the chains that move fast; local chains have more. */
  readonly samples: ReadonlyMap<number, number>;
}

export const TEMPERATURE = 0.05;
/** Short, for it counts: half of it are trajectories of the exact weight where a model has learned. */
export const WARM_UP = 60;

/** Names that findings ask for. */
export const LINEAR = 'self-learning, linear';
export const TRANSFORMER = 'self-learning, transformer';
export const AUTO = 'auto';

const paper = { kind: 'transformer', shells: 6, blocks: 2 } as const;
const linear = { kind: 'linear', shells: 'all' } as const;

const entries = (network: number, nodal: number, nodalUpTo: number): Entry[] => [
  { name: 'local Metropolis', method: 'local' },
  { name: 'HMC', method: 'hmc' },
  { name: LINEAR, method: 'self-learning', effective: linear, exactEvaluations: 400 },
  { name: 'reweighting, linear', method: 'reweighting', effective: linear, exactEvaluations: 400 },
  { name: TRANSFORMER, method: 'self-learning', effective: paper, exactEvaluations: network },
  {
    ...{ name: 'delayed acceptance, transformer', method: 'delayed-acceptance' },
    ...{ effective: paper, exactEvaluations: network },
  },
  {
    ...{ name: 'self-learning, nodal', method: 'self-learning' },
    ...{ effective: { kind: 'nodal' }, exactEvaluations: nodal, upTo: nodalUpTo },
  },
  { name: AUTO, method: 'self-learning', effective: { kind: 'auto' }, exactEvaluations: network },
];

export const QUICK: Plan = {
  entries: entries(800, 250, 6),
  seeds: [1],
  samples: new Map([
    [4, 10000],
    [6, 6000],
    [8, 6000],
  ]),
};

export const FULL: Plan = {
  entries: entries(2000, 500, 10),
  seeds: [1, 2],
  samples: new Map([
    [4, 16000],
    [6, 12000],
    [8, 10000],
    [10, 7000],
    [12, 5000],
    [16, 3000],
  ]),
};

/** Sweeps of local moves for a sample of another chain, or their error bars would be much larger than the others. */
const LOCAL_FACTOR = 3;

export const samplesOf = ({ samples }: Plan, { method }: Entry, size: number): number =>
  (samples.get(size) as number) * (method === 'local' ? LOCAL_FACTOR : 1);
