/** What a chain computes: plain data that a worker can be handed. */

import type { LearnedFlow } from '../flow/flow-files.ts';
import { isAuto, needsModel } from '../spec/learns.ts';
import type { Spec } from '../spec/spec.ts';
import type { AutoChoice } from './auto/auto.ts';
import type { Filling } from './filling/filling.ts';
import type { LearnedModels } from './learning/models.ts';

/** A spec with all that its chains need: plain data, for any number of workers. */
export interface Job {
  readonly spec: Spec;
  /** Frozen: chains never train. */
  readonly learned?: LearnedModels | undefined;
  /** The flow that proposes, or that what the learned models propose goes through; frozen as well. */
  readonly flow?: LearnedFlow | undefined;
  /** Of a tempered spec: the jobs of its temperatures, ascending. */
  readonly rungs?: readonly Job[] | undefined;
  /** The configurations that chains begin with, where the spec names a file of them. */
  readonly start?: readonly Float64Array[] | undefined;
  /** How the chemical potential of the spec was found, where that was given a filling. */
  readonly filling?: Filling | undefined;
  /** What "auto" has chosen, where the spec left it open. */
  readonly choice?: AutoChoice | undefined;
}

/** A job whose samples somebody watches: electrons are measured in each of them, and `row` is still what a run stores. */
export interface WatchedJob extends Job {
  readonly isWatched?: boolean;
}

/** Numbers depend on how many samples were planned: trials choose how to propose, pilots find a chemical potential, and what they may cost is a share of the plan. */
export const isPlanned = (spec: Spec): boolean =>
  spec.model.filling !== undefined || (needsModel(spec) && (isAuto(spec) || spec.sampling.proposal === 'efficient'));

/** Samples of a chain in the store: those of the warm-up come first. */
export const storedSamples = ({ sampling }: Spec): number => sampling.warmUp + sampling.samples;
