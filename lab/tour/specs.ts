/** Specs of the tour: the system of the talk, one electron per site at T = 0.05 of the hopping. */
import type { Fields } from '../state/fields.ts';
import type { TourRun } from './step.ts';

const SYSTEM: Fields = {
  'lattice.size': '[6, 6]',
  'model.coupling': '1.0',
  'model.temperature': '0.05',
};

/** The exact weight alone: trajectories of hybrid Monte Carlo. */
export const exactAlone = (name: string, samples: number): TourRun => ({
  name,
  fields: { ...SYSTEM, 'sampling.method': '"hmc"', ...sampled(samples) },
});

/** The exact weight alone: sweeps of single spins. */
export const localUpdates = (name: string, samples: number): TourRun => ({
  name,
  fields: { ...SYSTEM, 'sampling.method': '"local"', ...sampled(samples) },
});

/**
 * A learned model whose proposals do not depend on where they began: short inner chains are accepted more often and are worth less.
 */
export const learned = (name: string, model: Fields, evaluations: number, samples: number): TourRun => ({
  name,
  fields: {
    ...SYSTEM,
    ...model,
    'training.exact_evaluations': String(evaluations),
    'sampling.method': '"self-learning"',
    'sampling.proposal': '"decorrelated"',
    ...sampled(samples),
  },
});

/** The linear model −Σ J_s S_i·S_j of so many shells. */
export const linear = (shells: number | 'all'): Fields => ({
  'effective.kind': '"linear"',
  'effective.shells': shells === 'all' ? '"all"' : String(shells),
});

/** The form of attention in the talk: six shells. */
export const attention = (blocks: number): Fields => ({
  'effective.kind': '"transformer"',
  'effective.blocks': String(blocks),
  'effective.shells': '6',
});

const sampled = (samples: number): Fields => ({
  'sampling.samples': String(samples),
  'sampling.warm_up': '100',
  'sampling.seed': '1',
});

/** The same on another lattice. */
export const onLattice = ({ name, fields }: TourRun, size: number): TourRun => ({
  name,
  fields: { ...fields, 'lattice.size': `[${size}, ${size}]` },
});

/** The same with the inner chains that a run has by itself, the most effective ones for their cost. */
export function asRun({ name, fields }: TourRun): TourRun {
  const { 'sampling.proposal': _, ...others } = fields;
  return { name, fields: others };
}
