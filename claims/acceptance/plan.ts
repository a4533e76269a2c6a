/** Which models are compared, where, and what they may learn from. */
import type { SpecInput } from '../../src/spec/spec.ts';

export interface Candidate {
  readonly name: string;
  readonly effective: NonNullable<SpecInput['effective']>;
  readonly exactEvaluations: number;
  /** The number of sites along an edge. */
  readonly length: number;
  readonly temperature: number;
  /** The steps of the chain where they are other than those of the plan. */
  readonly samples?: number;
  /** The number of attention blocks of a transformer in the paper's form; left out for all other models. */
  readonly blocks?: number;
}

export interface Plan {
  readonly seeds: readonly number[];
  /** The steps of a chain: as many as transformers need for an error bar of half a per cent. */
  readonly samples: number;
  /** Candidates at the point of the talk. */
  readonly talk: readonly Candidate[];
  /** Candidates at other temperatures and, in full, on a larger lattice. */
  readonly others: readonly Candidate[];
}

type Model = Omit<Candidate, 'length' | 'temperature'>;

const TALK = { length: 6, temperature: 0.05 };

const LINEAR: Model = {
  name: 'linear, all shells',
  effective: { kind: 'linear', shells: 'all' },
  exactEvaluations: 200,
};
const TRUNCATED: Model = { ...LINEAR, name: 'linear, 4 shells', effective: { kind: 'linear', shells: 4 } };

const paperForm = (blocks: number, exactEvaluations: number): Model => ({
  name: `transformer, 6 shells, ${blocks} block${blocks > 1 ? 's' : ''}`,
  blocks,
  exactEvaluations,
  effective: { kind: 'transformer', shells: 6, blocks },
});

const crossReadout = (exactEvaluations: number): Model => ({
  name: 'transformer, all shells, cross readout, 2 blocks',
  exactEvaluations,
  effective: { kind: 'transformer', shells: 'all', blocks: 2, crossReadout: true },
});

const nodal = (exactEvaluations: number): Model => ({
  name: 'nodal',
  exactEvaluations,
  effective: { kind: 'nodal', shells: 'all' },
  samples: 1000,
});

const both = (blocks: number, exactEvaluations: number): Model => ({
  name: `nodal + transformer, ${blocks} block${blocks > 1 ? 's' : ''}`,
  exactEvaluations,
  effective: { kind: ['nodal', 'transformer'], shells: 'all', blocks, crossReadout: true },
  samples: 1000,
});

export const plan = (isQuick: boolean): Plan => ({
  seeds: isQuick ? [1] : [1, 2, 3],
  samples: isQuick ? 1000 : 4000,
  talk: talkCandidates(isQuick),
  others: otherCandidates(isQuick),
});

function talkCandidates(isQuick: boolean): Candidate[] {
  const depths = isQuick ? [1, 2, 3] : [1, 2, 3, 4, 5, 6];
  const budget = isQuick ? 1500 : 4000;
  const models = [
    ...[TRUNCATED, LINEAR, ...depths.map((blocks) => paperForm(blocks, budget)), crossReadout(budget)],
    ...(isQuick ? [nodal(300), both(1, 600)] : [nodal(1000), both(2, 2000)]),
  ];
  return models.map((model) => ({ ...model, ...TALK }));
}

/** The linear model, transformers and the nodal determinant at higher temperatures; in full also on 8 × 8 sites. */
function otherCandidates(isQuick: boolean): Candidate[] {
  const models = isQuick
    ? [LINEAR, paperForm(1, 600), nodal(300)]
    : [LINEAR, paperForm(3, 3000), crossReadout(3000), nodal(1000)];
  const warmer = [0.1, 0.2].flatMap((temperature) => models.map((model) => ({ ...model, length: 6, temperature })));
  const larger = (isQuick ? [] : models).map((model) => ({ ...model, ...TALK, length: 8 }));
  return [...warmer, ...larger];
}
