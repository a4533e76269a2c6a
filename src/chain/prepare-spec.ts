/** What the chains of a spec are made of: models learned, and what "auto" leaves open decided. */
import { InputError } from '../errors.ts';
import { createModel } from '../exact/create.ts';
import { isAuto, needsFlow, needsModel, needsTraining } from '../spec/learns.ts';
import { sampledParameters } from '../spec/model-parameters.ts';
import { type Spec, type SpecInput, specFrom } from '../spec/spec.ts';
import { rungSpecs } from '../spec/tempering.ts';
import type { FlowStage } from '../training/flow/train-flow.ts';
import type { GenerationRecord } from '../training/loop/training-state.ts';
import { type Chosen, chooseAutomatically, withChoice } from './auto/auto.ts';
import type { FillingStage } from './filling/filling.ts';
import { settleFilling } from './filling/find-filling.ts';
import { learnFlow } from './flow/learn-flow.ts';
import type { Job } from './job.ts';
import { carriedDown } from './ladder-training.ts';
import { type LearnOptions, learn } from './learning/learn.ts';
import { requireComputable, requireSamplable } from './samplable.ts';

/** Options of prepareSpec. */
export interface PrepareOptions {
  /** Called after every generation of the training. */
  readonly onGeneration?: (record: GenerationRecord) => void;
  /** Called after every stage of the training of a flow. */
  readonly onFlowStage?: (stage: FlowStage) => void;
  /** Called after every stage of the search for the chemical potential of a filling. */
  readonly onFillingStage?: (stage: FillingStage) => void;
}

/** What a training comes to: no models where an exact sampler was chosen, or a flow of uniform spins proposes; a choice where the spec leaves it open. */
export type TrainingOutcome = Partial<Chosen>;

/** Trains what a spec samples with: models, with a choice of how they propose, and a flow. */
export function trainingOutcome(spec: Spec, options: LearnOptions = {}): TrainingOutcome {
  if (!needsModel(spec)) return { flow: learnFlow(spec, createModel(sampledParameters(spec)), options) };
  return isAuto(spec) ? chooseAutomatically(spec, options) : learn(spec, options);
}

/**
 * What the chains of a spec need, as a run computes it and bit-identical with it: the chemical potential where the spec gives a filling, the learned models with how they propose,
 * and model and sampler where the spec says "auto". Without `sampling.method` of an exact sampler this takes as long as `spinformer train`; it is one synchronous computation, so pages
 * call it in a worker.
 *
 * `input`: a TOML text, or an object as for resolveSpec. The result is plain data: it can be sent to other workers, each of which samples a chain. Throws InputError for what cannot be sampled.
 */
export function prepareSpec(input: string | SpecInput | Spec, options: PrepareOptions = {}): Job {
  const spec = specFrom(input);
  requireSamplable(spec);
  requireComputable(spec);
  if (!spec.tempering) return preparedJob(spec, options);
  return { spec, rungs: preparedRungs(spec, options) };
}

/** Ascending, each trained after the one above it. */
function preparedRungs(spec: Spec, options: PrepareOptions): Job[] {
  const jobs: Job[] = [];
  for (const rung of rungSpecs(spec).toReversed()) {
    const [above] = jobs;
    jobs.unshift(preparedJob(rung, { ...options, start: above && carriedDown(spec, above) }));
  }
  return jobs;
}

function preparedJob(given: Spec, { onFillingStage, ...options }: PrepareOptions & LearnOptions): Job {
  const settled = settleFilling(given, onFillingStage && { onStage: onFillingStage });
  const { spec } = settled;
  if (!needsTraining(spec)) return settled;
  const { models, flow, choice } = trainingOutcome(spec, options);
  return { ...settled, spec: choice ? withChoice(spec, choice) : spec, learned: models, flow, choice };
}

/** A prepared spec as it came. Throws InputError for one that lacks the models or the flow that its method proposes with. */
export function requirePrepared(job: Job): Job {
  if (job.spec.model.filling !== undefined)
    throw new InputError(
      'expected a spec that prepareSpec has prepared, found one without the chemical potential of its filling',
    );
  const lacking = job.rungs ? undefined : lackedBy(job);
  if (!lacking) return job;
  throw new InputError(
    `expected a spec that prepareSpec has prepared, found one without ${lacking}, which "${job.spec.sampling.method}" needs`,
  );
}

function lackedBy({ spec, learned, flow }: Job): string | undefined {
  if (needsModel(spec) && !learned) return 'learned models';
  return needsFlow(spec) && !flow ? 'its flow' : undefined;
}
