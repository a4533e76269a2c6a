/** How much of a core a window may take: what is dear is done seldom. */

/** Of the time of one core. */
const SHARE = 0.03;

export interface Ration {
  /** Whether enough time has gone by since the last action for another one like it. */
  isReady(): boolean;
  /** The result of an action, whose time is counted. */
  spend<T>(action: () => T): T;
}

export function createRation(now = () => performance.now()): Ration {
  let next = Number.NEGATIVE_INFINITY;
  return {
    isReady: () => now() >= next,
    spend(action) {
      const began = now();
      const result = action();
      const ended = now();
      next = ended + (ended - began) / SHARE;
      return result;
    },
  };
}
