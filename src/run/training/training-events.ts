/** What a training tells, before the chains of a run. */
import type { Candidate, Performance } from '../../sampling/choosing/trial.ts';
import type { FlowStage } from '../../training/flow/train-flow.ts';
import type { GenerationRecord } from '../../training/loop/self-learning.ts';

/** A generation of the self-learning loop has ended. */
export interface GenerationEvent extends GenerationRecord {
  readonly type: 'training';
}

/** A stage of the training of a flow has ended. */
export interface FlowStageEvent extends FlowStage {
  readonly type: 'flow';
}

/** A trial, made to choose how the chains propose, has ended, and its result is kept. */
export interface TrialEvent extends Candidate, Performance {
  readonly type: 'trial';
  readonly warmUp: number;
  /** Steps after the warm-up, from which the numbers come. */
  readonly steps: number;
  /** Exact evaluations of this trial. */
  readonly exactEvaluations: number;
  /** Seconds of one core. */
  readonly seconds: number;
}

/** So many steps of a trial are done, warm-up included; sent every now and then. */
export interface TrialProgressEvent extends Candidate {
  readonly type: 'trial-progress';
  readonly step: number;
  readonly steps: number;
}

/** An event of the training that comes before the chains. */
export type TrainingEvent = GenerationEvent | FlowStageEvent | TrialEvent | TrialProgressEvent;

export type TrainingListener = (event: TrainingEvent) => void;

const TYPES: readonly string[] = ['training', 'flow', 'trial', 'trial-progress'] satisfies TrainingEvent['type'][];

export const isOfTraining = (event: { readonly type: string }): event is TrainingEvent => TYPES.includes(event.type);
