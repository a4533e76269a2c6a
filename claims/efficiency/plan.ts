/** The samplers and models that are compared, and how long they run. */
import type { SpecInput } from '../../src/spec/spec.ts';

export interface Candidate {
  readonly name: string;
  readonly method: NonNullable<NonNullable<SpecInput['sampling']>['method']>;
  /** The learned model, of samplers that learn. */
  readonly effective?: NonNullable<SpecInput['effective']>;
  /** The largest number of exact evaluations to learn from. */
  readonly exactEvaluations?: number;
  /** The largest lattice; on larger ones it would take too long. */
  readonly upTo?: number;
  /** The number of samples in units of that of the plan; 1 where left out. */
  readonly factor?: number;
}

export interface Plan {
  readonly candidates: readonly Candidate[];
  readonly seeds: readonly number[];
  /** How the time per step is measured. */
  readonly timing: { readonly rounds: number; readonly milliseconds: number };
  /** The number of samples by L. */
  readonly samples: ReadonlyMap<number, number>;
}

export const TEMPERATURE = 0.05;
/** The warm-up is short because it counts: half of it are trajectories of the exact weight where a model has learned. */
export const WARM_UP = 60;

/** The names that findings ask for. */
export const LINEAR = 'self-learning, linear';
export const TRANSFORMER = 'self-learning, transformer';
export const AUTO = 'auto';

const paper = { kind: 'transformer', shells: 6, blocks: 2 } as const;
const linear = { kind: 'linear', shells: 'all' } as const;

interface Effort {
  /** The exact evaluations that transformers and `auto` learn from, and those of the nodal determinant. */
  readonly network: number;
  readonly nodal: number;
  readonly localUpTo: number;
  readonly networkUpTo: number;
  readonly nodalUpTo: number;
  /** The factor of local moves; with as many sweeps as other chains have steps, their error bars would be larger than those of others. */
  readonly localFactor: number;
  /** The factor of chains whose steps take long. */
  readonly networkFactor: number;
  readonly autoFactor: number;
}

const candidatesOf = ({
  network,
  nodal,
  localUpTo,
  networkUpTo,
  nodalUpTo,
  localFactor,
  networkFactor,
  autoFactor,
}: Effort): Candidate[] => [
  { name: 'local Metropolis', method: 'local', factor: localFactor, upTo: localUpTo },
  { name: 'HMC', method: 'hmc' },
  { name: LINEAR, method: 'self-learning', effective: linear, exactEvaluations: 400 },
  { name: 'reweighting, linear', method: 'reweighting', effective: linear, exactEvaluations: 400 },
  {
    name: TRANSFORMER,
    method: 'self-learning',
    effective: paper,
    exactEvaluations: network,
    upTo: networkUpTo,
    factor: networkFactor,
  },
  {
    name: 'delayed acceptance, transformer',
    method: 'delayed-acceptance',
    effective: paper,
    exactEvaluations: network,
    upTo: networkUpTo,
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
    // Its trials take a part of the run at most.
    factor: autoFactor,
  },
];

const QUICK: Plan = {
  candidates: candidatesOf({
    network: 800,
    nodal: 250,
    localUpTo: 8,
    networkUpTo: 8,
    nodalUpTo: 6,
    localFactor: 3,
    networkFactor: 1,
    autoFactor: 2,
  }),
  seeds: [1],
  timing: { rounds: 4, milliseconds: 150 },
  samples: new Map([
    [4, 10000],
    [6, 6000],
    [8, 6000],
  ]),
};

const FULL: Plan = {
  candidates: candidatesOf({
    network: 1500,
    nodal: 500,
    localUpTo: 16,
    networkUpTo: 20,
    nodalUpTo: 12,
    localFactor: 1,
    networkFactor: 1 / 3,
    autoFactor: 4,
  }),
  seeds: [1],
  timing: { rounds: 8, milliseconds: 300 },
  samples: new Map([
    [4, 21000],
    [6, 18000],
    [8, 15000],
    [10, 12000],
    [12, 10500],
    [16, 9000],
    [20, 6000],
    [24, 4000],
    [32, 2000],
  ]),
};

export const plan = (isQuick: boolean): Plan => (isQuick ? QUICK : FULL);

/** The number of samples of a candidate at one size. */
export const samplesOf = ({ samples }: Plan, { factor = 1 }: Candidate, size: number): number =>
  Math.round((samples.get(size) as number) * factor);
