/** How fast a chain has gone lately. */

/** Milliseconds over which it is taken. */
const LATELY = 1000;

export interface Rate {
  count(): void;
  perSecond(): number;
}

export function createRate(): Rate {
  let [began, counted, before] = [performance.now(), 0, 0];
  return {
    count: () => {
      counted++;
    },
    perSecond() {
      const elapsed = performance.now() - began;
      if (elapsed < LATELY) return before || (1000 * counted) / Math.max(elapsed, 1);
      before = (1000 * counted) / elapsed;
      [began, counted] = [performance.now(), 0];
      return before;
    },
  };
}
