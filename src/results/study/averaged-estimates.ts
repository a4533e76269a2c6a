/** All observables of the realisations of an average. */
import { averagedRatio, type RatioOfMoments } from './averaged-moments.ts';
import { type AveragedEstimate, averagedValue } from './averaged-value.ts';
import { LARGEST, type StudyRow } from './study-rows.ts';

/**
 * The averages by name. Ratios of moments are those of averaged moments; everything else is averaged as it is, responses like the susceptibility among them. The largest S(q) of each realisation is
 * left out: it may be at another wave vector in each. `done`: rows of realisations, one at least.
 */
export function averagedEstimates(
  done: readonly StudyRow[],
  ratios: readonly RatioOfMoments[],
): Record<string, AveragedEstimate> {
  const names = new Set(done.flatMap(({ observables }) => Object.keys(observables)));
  names.delete(LARGEST);
  const ratioNamed = new Map(ratios.map((ratio) => [ratio.name, ratio]));
  return Object.fromEntries([...names].map((name) => [name, averaged(name, done, ratioNamed.get(name))] as const));
}

const averaged = (name: string, done: readonly StudyRow[], ratio: RatioOfMoments | undefined): AveragedEstimate =>
  averagedRatio(name, done, ratio) ?? averagedValue(done.map(({ observables }) => observables[name]));
