/** What holds a chain up between two samples: a pause, a slow pace, a single step. */
import type { Pace } from './messages.ts';

/** Milliseconds from sample to sample at a slow pace. */
const SLOW = 250;

export interface Gate {
  setPace(pace: Pace): void;
  /** Lets one sample through while the chain is paused. */
  step(): void;
  /** Lets nothing through any more: the chain ends. */
  close(): void;
  /** Resolves when the next sample may be taken; to false where there is to be none. */
  passed(): Promise<boolean> | boolean;
}

export function createGate(): Gate {
  let pace: Pace = 'full';
  let open: ((isOpen: boolean) => void) | undefined;
  let isClosed = false;
  const release = () => {
    open?.(!isClosed);
    open = undefined;
  };
  return {
    setPace(wanted) {
      pace = wanted;
      if (pace !== 'paused') release();
    },
    step: release,
    close() {
      isClosed = true;
      release();
    },
    passed() {
      if (isClosed || pace === 'full') return !isClosed;
      return new Promise((resolve) => {
        open = resolve;
        if (pace === 'slow') setTimeout(release, SLOW);
      });
    },
  };
}
