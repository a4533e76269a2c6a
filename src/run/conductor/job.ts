/** What a run computes: plain data that a worker can be handed. */

import { resolveSpec, type Spec, type SpecInput } from '../../spec/spec.ts';
import { resolvedFile } from '../../store/paths.ts';
import type { Run, TomlSections } from '../../store/store.ts';
import { onStored } from '../../store/trouble.ts';
import { readChoice, withChoice } from '../auto/choice-file.ts';
import { isAuto, type LearnedModels, needsModel } from '../training/effective.ts';

export interface Job {
  readonly spec: Spec;
  /** Frozen: chains never train. */
  readonly learned?: LearnedModels | undefined;
}

/** Numbers depend on how many samples were planned: trials choose how to propose, and what they may cost is a share of the plan. */
export const isPlanned = (spec: Spec): boolean =>
  needsModel(spec) && (isAuto(spec) || spec.sampling.proposal === 'efficient');

/** The spec as it was when the run was planned, whatever it has been extended to since. */
export function plannedSpec(run: Run): Spec {
  const spec = specOf(run);
  const { samples } = spec.sampling;
  return { ...spec, sampling: { ...spec.sampling, samples: run.plannedSamples ?? samples } };
}

/** Samples of a chain in the store: those of the warm-up come first. */
export const storedSamples = ({ sampling }: Spec): number => sampling.warmUp + sampling.samples;

/** A spec as the store keeps it: `storedSamples` instead of the samples that are kept, so that a run can grow. */
export function toSections(spec: Spec): TomlSections {
  return JSON.parse(JSON.stringify(spec)) as TomlSections;
}

/** The spec that a run was made from, with what it has chosen itself. Throws StorageError when its files are damaged. */
export function specOf(run: Run): Spec {
  const remedy = `restore ${resolvedFile(run.directory)} from a copy, or choose another directory`;
  const spec = onStored(remedy, () => resolveSpec(run.spec as unknown as SpecInput));
  const choice = isAuto(spec) ? readChoice(run) : undefined;
  return choice ? withChoice(spec, choice) : spec;
}
