/** Samplers and models in competition, and how long they run. */
import type { SpecInput } from '../../src/spec/spec.ts';

export interface Entry {
  readonly name: string;
  readonly method: NonNullable<NonNullable<SpecInput['sampling']>['method']>;
  /** Where it learns. */
  readonly effective?: NonNullable<SpecInput['effective']>;
  /** To learn from, at most. */
  readonly exactEvaluations?: number;
  /** Larger lattices would take too long. */
  readonly upTo?: number;
  /** Samples for one of the plan; 1 where left out. */
  readonly factor?: number;
}

export interface Plan {
  readonly entries: readonly Entry[];
  readonly seeds: readonly number[];
  /** Of measuring what a step takes. */
  readonly timing: { readonly rounds: number; readonly milliseconds: number };
  /** By L. */
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

interface Effort {
  readonly network: number;
  readonly nodal: number;
  readonly nodalUpTo: number;
  /** Of local moves: with as many sweeps as other chains have steps, their error bars would be larger than those of others. */
  readonly localFactor: number;
  /** Of chains whose steps take long. */
  readonly networkFactor: number;
  readonly autoFactor: number;
}

const entries = ({ network, nodal, nodalUpTo, localFactor, networkFactor, autoFactor }: Effort): Entry[] => [
  { name: 'local Metropolis', method: 'local', factor: localFactor },
  { name: 'HMC', method: 'hmc' },
  { name: LINEAR, method: 'self-learning', effective: linear, exactEvaluations: 400 },
  { name: 'reweighting, linear', method: 'reweighting', effective: linear, exactEvaluations: 400 },
  {
    name: TRANSFORMER,
    method: 'self-learning',
    effective: paper,
    exactEvaluations: network,
    factor: networkFactor,
  },
  {
    name: 'delayed acceptance, transformer',
    method: 'delayed-acceptance',
    effective: paper,
    exactEvaluations: network,
    factor: networkFactor,
  },
  {
    name: 'self-learning, nodal',
    method: 'self-learning',
    effective: { kind: 'nodal' },
    exactEvaluations: nodal,
    upTo: nodalUpTo,
    factor: networkFactor,
  },
  {
    name: AUTO,
    method: 'self-learning',
    effective: { kind: 'auto' },
    exactEvaluations: network,
    // What it tries takes a part of the run at most.
    factor: autoFactor,
  },
];

export const QUICK: Plan = {
  entries: entries({ network: 800, nodal: 250, nodalUpTo: 6, localFactor: 3, networkFactor: 1, autoFactor: 2 }),
  seeds: [1],
  timing: { rounds: 4, milliseconds: 150 },
  samples: new Map([
    [4, 10000],
    [6, 6000],
    [8, 6000],
  ]),
};

export const FULL: Plan = {
  entries: entries({ network: 1500, nodal: 500, nodalUpTo: 8, localFactor: 1, networkFactor: 1 / 3, autoFactor: 4 }),
  seeds: [1],
  timing: { rounds: 8, milliseconds: 300 },
  samples: new Map([
    [4, 21000],
    [6, 18000],
    [8, 15000],
    [10, 12000],
    [12, 10500],
    [16, 9000],
  ]),
};

export const samplesOf = ({ samples }: Plan, { factor = 1 }: Entry, size: number): number =>
  Math.round((samples.get(size) as number) * factor);
