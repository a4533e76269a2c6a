/** What a run tells while it runs. */

import type { Numbers } from '../chain/checkpoint.ts';
import type { Candidate, Performance } from '../sampling/choosing/trial.ts';
import type { RunningEstimate } from '../statistics/blocking.ts';
import type { GenerationRecord } from '../training/loop/self-learning.ts';

/** Of the first observable that a program names: the energy. */
export interface NamedEstimate extends RunningEstimate {
  readonly name: string;
}

/** What a chain tells of itself; no estimate before there is enough data for one. */
interface Standing {
  readonly counters: Numbers;
  /** Of the samples of this attempt, those of the warm-up left out. */
  readonly estimate?: NamedEstimate;
}

/** Chains are numbered from 1; `samples` counts from the beginning of a chain, earlier attempts included. */
export type ChainEvent =
  /** The chain goes on after so many samples. */
  | { readonly type: 'begin'; readonly chain: number; readonly samples: number }
  /** Every now and then. */
  | ({ readonly type: 'progress'; readonly chain: number; readonly samples: number } & Standing)
  /** These samples are safe. */
  | ({ readonly type: 'checkpoint'; readonly chain: number; readonly samples: number } & Standing)
  /** The chain has all of its samples. */
  | { readonly type: 'done'; readonly chain: number; readonly samples: number };

/** A trial has ended, and is safe: before the chains, to choose how they propose. */
export interface TrialEvent extends Candidate, Performance {
  readonly type: 'trial';
  readonly warmUp: number;
  /** After the warm-up: what its numbers are from. */
  readonly steps: number;
  /** Of this trial. */
  readonly exactEvaluations: number;
  /** Of one core. */
  readonly seconds: number;
}

/** Every now and then: so many steps of a trial are done, warm-up included. */
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
      /** Wanted per chain. */
      readonly samples: number;
      readonly workers: number;
    }
  | ChainEvent
  | { readonly type: 'failed'; readonly chain: number; readonly message: string }
  | { readonly type: 'end'; readonly outcome: 'finished' | 'interrupted' | 'failed' };

export type EventListener = (event: RunEvent) => void;
