/** What holds a chain up between two samples: a pause, a slow pace, a single step. */
import type { Pace } from './messages.ts';

/** Milliseconds from sample to sample at a slow pace. */
const SLOW = 250;

export interface Gate {
  setPace(pace: Pace): void;
  /** Lets one sample through while the chain is paused. */
  step(): void;
  /** Resolves when the next sample may be taken. */
  passed(): Promise<void> | undefined;
}

export function createGate(): Gate {
  let pace: Pace = 'full';
  let open: (() => void) | undefined;
  const release = () => {
    open?.();
    open = undefined;
  };
  return {
    setPace(wanted) {
      pace = wanted;
      if (pace !== 'paused') release();
    },
    step: release,
    passed() {
      if (pace === 'full') return undefined;
      return new Promise((resolve) => {
        open = resolve;
        if (pace === 'slow') setTimeout(release, SLOW);
      });
    },
  };
}
