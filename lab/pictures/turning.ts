/** Spins that turn from one shown configuration to the next, so that eyes can follow. */

/** Milliseconds from one shown configuration to the next, and how much of that they turn for. */
const EVERY = 500;
const TURNING = 0.7;

export interface Turning {
  /** The latest configuration. */
  offer(spins: Float32Array): void;
  /** A configuration that is shown at once. */
  jump(spins: Float32Array): void;
  /** What is to be drawn at a time; the same array every time. Undefined where nothing has changed. */
  at(milliseconds: number): Float32Array | undefined;
}

/** `isStill`: spins jump, for those who want less motion. */
export function createTurning(isStill: () => boolean): Turning {
  let latest: Float32Array | undefined;
  let [from, to]: (Float32Array | undefined)[] = [];
  let began = Number.NEGATIVE_INFINITY;
  let shown = new Float32Array(0);
  let isSettled = true;
  const begin = (now: number, target: Float32Array) => {
    from = shown.length === target.length ? shown.slice() : target;
    [to, began, isSettled] = [target, now, false];
    if (shown.length !== target.length) shown = target.slice();
  };
  return {
    offer: (spins) => {
      latest = spins;
    },
    jump(spins) {
      latest = from = to = spins;
      shown = spins.slice();
      [began, isSettled] = [Number.NEGATIVE_INFINITY, false];
    },
    at(now) {
      if (latest && latest !== to && now - began >= EVERY) begin(now, latest);
      if (!from || !to || isSettled) return undefined;
      const share = isStill() ? 1 : Math.min(1, (now - began) / (TURNING * EVERY));
      isSettled = share === 1;
      turn(from, to, share * share * (3 - 2 * share), shown);
      return shown;
    },
  };
}

/** Straight from one direction to the other, and back to the sphere. */
function turn(from: Float32Array, to: Float32Array, share: number, out: Float32Array): void {
  for (let i = 0; i < out.length; i += 3) {
    const x = from[i] + share * (to[i] - from[i]);
    const y = from[i + 1] + share * (to[i + 1] - from[i + 1]);
    const z = from[i + 2] + share * (to[i + 2] - from[i + 2]);
    const length = Math.hypot(x, y, z) || 1;
    out[i] = x / length;
    out[i + 1] = y / length;
    out[i + 2] = z / length;
  }
}
