/** How many pixels a picture has for each of the page: fewer where drawing is slow, so that it stays fluent. */

/** Of a picture that moves, milliseconds from one drawing to the next that are too many: fewer than 24 pictures a second. */
const SLOW = 42;
/** Longer pauses are not the work of drawing: the page was hidden, or nothing moved. */
const PAUSE = 1000;
/** Drawings in a row over which it is judged. */
const JUDGED = 8;
/** Fewer than one would be seen, and in software spare an eighth of the time alone: there corners cost, not pixels. */
const [LESS, LEAST] = [0.75, 1];

export interface Sharpness {
  readonly ratio: number;
  /** Takes the time of a drawing, in milliseconds; returns whether the ratio has changed. */
  drawn(now: number): boolean;
}

export function createSharpness(sharpest: number): Sharpness {
  let ratio = sharpest;
  let [last, elapsed, count] = [Number.NEGATIVE_INFINITY, 0, 0];
  return {
    get ratio() {
      return ratio;
    },
    drawn(now) {
      const since = now - last;
      last = now;
      if (since > PAUSE) return false;
      elapsed += since;
      count++;
      if (count < JUDGED) return false;
      const mean = elapsed / count;
      [elapsed, count] = [0, 0];
      if (mean < SLOW || ratio <= LEAST) return false;
      ratio = Math.max(LEAST, LESS * ratio);
      return true;
    },
  };
}
