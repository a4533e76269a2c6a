/** How much of a core a window may take: what is dear is done seldom. */

import { cpuMilliseconds } from '../chain/cpu-time.ts';

/** Of the time of one core. */
const SHARE = 0.03;

export interface Ration {
  /** Whether enough time has gone by since the last action for another one like it. */
  isReady(): boolean;
  /** The result of an action, whose time is counted. */
  spend<T>(action: () => T): T;
}

/** `spent`: milliseconds of processor time: an action that has waited for others is not dearer for that. */
export function createRation(now = () => performance.now(), spent = cpuMilliseconds): Ration {
  let next = Number.NEGATIVE_INFINITY;
  return {
    isReady: () => now() >= next,
    spend(action) {
      const began = spent();
      const result = action();
      next = now() + (spent() - began) / SHARE;
      return result;
    },
  };
}
