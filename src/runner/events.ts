/** The events of chains. */
import type { Numbers } from '../chain/checkpoint.ts';
import type { RunningEstimate } from '../statistics/blocking.ts';

/** The estimate of the first observable that a program names: the energy. */
export interface NamedEstimate extends RunningEstimate {
  readonly name: string;
}

/** What a chain reports of itself; no estimate before there is enough data for one. */
export interface Standing {
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

/** What is told of several chains together. */
export type ChainsEvent =
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

export type ChainsListener = (event: ChainsEvent) => void;

/** Something told of the work before the chains: a line that stays, or the parts of the line in place, the most important first. */
export type Notice = { readonly type: 'notice' } & ({ readonly line: string } | { readonly parts: readonly string[] });
