/** The samplers that flows are compared with; each is a run. */
import type { SpecInput } from '../../src/spec/spec.ts';

/** A sampler that is a run. */
export interface Candidate {
  readonly name: string;
  readonly method: NonNullable<NonNullable<SpecInput['sampling']>['method']>;
  readonly effective?: NonNullable<SpecInput['effective']>;
  readonly exactEvaluations?: number;
  /** Proposals that forget where they began; those of the most effective samples per second where left out. */
  readonly proposal?: 'decorrelated';
  /** The number of samples in units of that of the plan; 1 where left out. */
  readonly factor?: number;
}

/** The names that findings ask for. */
export const LINEAR = 'linear, reweighting';
export const TRANSFORMER = 'transformer, reweighting';
export const HMC: Candidate = { name: 'HMC', method: 'hmc' };

const linear = (exactEvaluations: number) =>
  ({ effective: { kind: 'linear', shells: 'all' }, exactEvaluations }) as const;

/** Decorrelated proposals cost more time and are worth more by exact evaluation. */
export function candidatesOf(linearBudget: number, network: number): Candidate[] {
  const transformer = { effective: { kind: 'transformer', shells: 6, blocks: 2 }, exactEvaluations: network } as const;
  return [
    { name: LINEAR, method: 'reweighting', ...linear(linearBudget) },
    { name: 'linear, self-learning', method: 'self-learning', ...linear(linearBudget) },
    { name: TRANSFORMER, method: 'reweighting', ...transformer },
    { name: 'transformer, self-learning', method: 'self-learning', ...transformer },
    {
      name: 'transformer, decorrelated, reweighting',
      method: 'reweighting',
      ...transformer,
      proposal: 'decorrelated',
      factor: 1 / 2,
    },
    {
      name: 'nodal, decorrelated, reweighting',
      method: 'reweighting',
      effective: { kind: 'nodal' },
      exactEvaluations: linearBudget,
      proposal: 'decorrelated',
      factor: 1 / 3,
    },
    HMC,
  ];
}

export const annealedOf = (linearBudget: number): Candidate => ({
  name: 'annealed importance sampling',
  method: 'annealed',
  ...linear(linearBudget),
});
