/** Which learned models a spec asks for, and what is handed to its chains. */
import { traitsOf } from '../../effective/create.ts';
import type { EffectiveChoice } from '../../effective/model.ts';
import type { ModelCard } from '../../effective/weights/card.ts';
import { loadModel } from '../../effective/weights/model-files.ts';
import type { ModelParameters } from '../../exact/model.ts';
import type { InnerPlan, ProposalModels } from '../../sampling/inner/inner-chain.ts';
import { methodOf } from '../../spec/learns.ts';
import type { Spec } from '../../spec/spec.ts';
import type { TrainingReport } from '../../training/loop/training-report.ts';
import type { ProposalChoice } from './proposals.ts';

/** Plain data: written once, handed to every worker. */
export interface LearnedModel {
  readonly card: ModelCard;
  /** Safetensors. */
  readonly weights: Uint8Array;
}

/** What a run proposes with. */
export interface LearnedModels {
  readonly effective: LearnedModel;
  /** The cheap model of delayed acceptance, which proposes to the other. */
  readonly cheap?: LearnedModel | undefined;
}

/** The training part of the card of a run: what the training reports, the processor time it took, trials not counted, and how the model proposes. */
export interface RunTraining extends TrainingReport {
  readonly seconds: number;
  readonly proposals: ProposalChoice;
  /** The temperature of the ladder, or the point of the study, with whose model the training began; none where it began from nothing. */
  readonly beganWith?: string;
}

/** A model to begin a training with. */
export interface CarriedModel {
  /** The point of a study, or the temperature of a ladder, that it was trained for. */
  readonly point: string;
  readonly model: LearnedModel;
}

/** The models on the lattice of `parameters`. Throws InputError where card and weights do not belong to it. */
export function loadModels(parameters: ModelParameters, { effective, cheap }: LearnedModels): ProposalModels {
  const load = ({ card, weights }: LearnedModel) => loadModel(parameters, card, weights);
  return { effective: load(effective), cheap: cheap && load(cheap) };
}

export const trainingOf = ({ card }: LearnedModel): RunTraining => card.training as unknown as RunTraining;

/** The inner chain that a model proposes with; throws Error for one that anneals. */
export function innerPlanOf(model: LearnedModel): InnerPlan {
  const { plan } = trainingOf(model).proposals;
  if (plan.kind === 'annealing') throw new Error('an annealing is no inner chain');
  return plan;
}

/** The cheap model of delayed acceptance: all shells, fitted in closed form to the samples of the better model. */
export const CHEAP: EffectiveChoice = { kind: 'linear', shells: 'all' };

/** Whether a cheap model proposes to the learned one. */
export function needsCheapModel(spec: Spec): boolean {
  const method = methodOf(spec);
  return method.learns && method.screens;
}

/** The entries of a spec without the options that a kind does not know. `blocks`: those of a transformer. */
export function choiceOf({ effective }: Spec, blocks: number = effective.blocks): EffectiveChoice[] {
  return [effective.kind].flat().map((kind) => {
    if (kind === 'auto') throw new Error('the effective model has not been chosen yet');
    const { options, isLocal } = traitsOf(kind);
    const given = {
      ...effective,
      blocks,
      shells: isLocal && effective.shells === 'all' ? undefined : effective.shells,
    };
    const known = options.map((option) => [option, given[option]] as const).filter(([, value]) => value !== undefined);
    return { kind, ...Object.fromEntries(known) };
  });
}
