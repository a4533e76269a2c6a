/** The errors of unseen samples against depth: one curve for every candidate, and the power law through it. */
import { errorsOf } from '../analysis/assessment.ts';
import { isAbove } from '../analysis/comparing.ts';
import { type FittedLaw, fitPowerLaw } from '../analysis/power-law.ts';
import { type Combined, combined, logRatio } from '../analysis/seeds.ts';
import type { CommonFitResult } from '../workshop/tasks/fit-on-common-data.ts';
import type { Workshop } from '../workshop/workshop.ts';
import { type Candidate, type Plan, SHELLS, TEMPERATURE } from './plan.ts';

export interface Depth {
  readonly blocks: number;
  readonly parameters: number;
  /** The fits by seed. */
  readonly seeds: readonly CommonFitResult[];
  readonly error: Combined;
}

export interface Curve {
  readonly candidate: Candidate;
  /** The depths from one block on. */
  readonly depths: readonly Depth[];
  readonly law: FittedLaw;
  /** The number of blocks beyond which the deepest model gains nothing that can be told from chance. */
  readonly flatFrom: number;
}

export type Outcome = readonly Curve[];

export const outcomeOf = (workshop: Workshop, plan: Plan): Promise<Outcome> =>
  Promise.all(
    plan.candidates.map(async (candidate) => curveOf(candidate, await grownModels(workshop, plan, candidate))),
  );

/** The fits by seed, then by depth from 0 on. */
function grownModels(workshop: Workshop, plan: Plan, candidate: Candidate): Promise<CommonFitResult[][]> {
  const { blocks, seeds, starts, testSamples } = plan;
  const { method, samples } = candidate;
  const fits = seeds.map((seed) =>
    workshop.compute(`scaling law, ${method}, ${samples} samples, seed ${seed}`, 'grow-on-common-data', {
      spec: { lattice: { size: [6, 6] }, model: { temperature: TEMPERATURE } },
      choice: { kind: 'transformer', shells: SHELLS, blocks },
      method,
      samples,
      testSamples,
      starts,
      seed,
      dataSeed: seed,
      proposals: 0,
    }),
  );
  return Promise.all(fits);
}

/** The curve of a candidate from its fits by seed, at every depth from 0 on. */
export function curveOf(candidate: Candidate, grown: readonly (readonly CommonFitResult[])[]): Curve {
  const depths = grown[0].slice(1).map((_, k): Depth => {
    const seeds = grown.map((stages) => stages[k + 1]);
    return { blocks: k + 1, parameters: parametersOf(k + 1), seeds, error: combined(errorsOf(seeds)) };
  });
  const points = depths.map(({ parameters, seeds }) => ({ x: parameters, seeds: errorsOf(seeds) }));
  return { candidate, depths, law: fitPowerLaw(points), flatFrom: flatFrom(depths) };
}

/** The number of parameters: W_Q, W_K and W_V of every block, J and E_0. A block that gained nothing is the identity, but a block all the same. */
const parametersOf = (blocks: number): number => (SHELLS + 1) * (3 * blocks + 1);

function flatFrom(depths: readonly Depth[]): number {
  const deepest = depths[depths.length - 1];
  return (depths.find((depth) => !isAbove(gain(depth, deepest), 0)) as Depth).blocks;
}

/** The logarithm of the factor between the errors of two depths, seed by seed. */
export const gain = (from: Depth, to: Depth): Combined => logRatio(errorsOf(from.seeds), errorsOf(to.seeds));

export const deepestOf = ({ depths }: Curve): Depth => depths[depths.length - 1];

const NAMES = { 'levenberg-marquardt': 'Levenberg-Marquardt', adamw: 'AdamW' };

export const nameOf = ({ candidate: { method, samples } }: Curve): string => `${NAMES[method]}, ${samples} samples`;

export const flatText = ({ flatFrom, depths }: Curve): string =>
  flatFrom === depths.length ? 'not yet' : `from ${flatFrom} block${flatFrom > 1 ? 's' : ''} on`;
