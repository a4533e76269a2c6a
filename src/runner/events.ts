/** The events of a run. */
import type { Candidate, Performance } from '../sampling/choosing/trial.ts';
import type { RunningEstimate } from '../statistics/blocking.ts';
import type { Numbers } from '../store/store.ts';
import type { GenerationRecord } from '../training/loop/self-learning.ts';

/** The estimate of the first observable that a program names: the energy. */
export interface NamedEstimate extends RunningEstimate {
  readonly name: string;
}

/** What a chain reports of itself; no estimate before there is enough data for one. */
interface Standing {
  readonly counters: Numbers;
  /** The estimate from the samples of this attempt, those of the warm-up left out. */
  readonly estimate?: NamedEstimate;
}

/** Chains are numbered from 1; `samples` counts from the beginning of a chain, earlier attempts included. */
export type ChainEvent =
  /** The chain goes on after so many samples. */
  | { readonly type: 'begin'; readonly chain: number; readonly samples: number }
  /** The chain has so many samples; sent every now and then. */
  | ({ readonly type: 'progress'; readonly chain: number; readonly samples: number } & Standing)
  /** These samples are safe. */
  | ({ readonly type: 'checkpoint'; readonly chain: number; readonly samples: number } & Standing)
  /** The chain has all of its samples. */
  | { readonly type: 'done'; readonly chain: number; readonly samples: number };

/** A trial has ended, and is safe: before the chains, to choose how they propose. */
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

export type RunEvent =
  /** A generation of the training that comes before the chains. */
  | ({ readonly type: 'training' } & GenerationRecord)
  | TrialEvent
  | TrialProgressEvent
  | {
      readonly type: 'start';
      readonly directory: string;
      readonly chains: number;
      /** Samples wanted per chain. */
      readonly samples: number;
      readonly workers: number;
    }
  | ChainEvent
  | { readonly type: 'failed'; readonly chain: number; readonly message: string }
  | { readonly type: 'end'; readonly outcome: 'finished' | 'interrupted' | 'failed' };

export type EventListener = (event: RunEvent) => void;
