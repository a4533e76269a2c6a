/** How a ladder learns: from its highest temperature down, a training begins with the model of the temperature above where that is good. */

import { isCarried } from '../spec/learns.ts';
import type { Spec } from '../spec/spec.ts';
import type { Job } from './job.ts';
import { type CarriedModel, trainingOf } from './learning/models.ts';

/**
 * Acceptance from which on a model is carried. One that few proposals of are accepted sits in a poor minimum, and keeps those that begin with it there: a transformer on a frustrated
 * lattice had an acceptance of 0.21 on average where it was carried all the same, with the third of the evaluations or with all of them, and of 0.26 where every temperature learned from nothing.
 */
const GOOD_ACCEPTANCE = 0.5;

/** The model that the training of the next lower temperature begins with; undefined where that learns from nothing. `spec`: of the ladder; `job`: of one temperature, which is trained. */
export function carriedDown(spec: Spec, { spec: { model }, learned }: Job): CarriedModel | undefined {
  if (!learned || !isCarried(spec) || trainingOf(learned.effective).acceptance.measured < GOOD_ACCEPTANCE)
    return undefined;
  return { point: `T=${model.temperature}`, model: learned.effective };
}
