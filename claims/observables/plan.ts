/** How much is computed. */

export interface Plan {
  readonly sizes: readonly number[];
  readonly temperatures: readonly number[];
  readonly blocks: number;
  /** To learn from. */
  readonly exactEvaluations: number;
  /** Of each of two chains. */
  readonly samples: number;
}

export const QUICK: Plan = {
  sizes: [4, 6],
  temperatures: [0.05, 0.1, 0.2],
  blocks: 2,
  exactEvaluations: 1000,
  samples: 5000,
};
export const FULL: Plan = {
  sizes: [4, 6, 8],
  temperatures: [0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.3],
  blocks: 2,
  exactEvaluations: 2000,
  samples: 8000,
};

export const SEED = 2023;
