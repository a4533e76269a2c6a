/** What a run tells while it runs. */
import type { Numbers } from '../store/store.ts';

/** Chains are numbered from 1; `samples` counts from the beginning of a chain, earlier attempts included. */
export type ChainEvent =
  /** The chain goes on after so many samples. */
  | { readonly type: 'begin'; readonly chain: number; readonly samples: number }
  /** Every now and then. */
  | { readonly type: 'progress'; readonly chain: number; readonly samples: number; readonly counters: Numbers }
  /** These samples are safe. */
  | { readonly type: 'checkpoint'; readonly chain: number; readonly samples: number; readonly counters: Numbers }
  /** The chain has all of its samples. */
  | { readonly type: 'done'; readonly chain: number; readonly samples: number };

export type RunEvent =
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
