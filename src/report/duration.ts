/** How long something takes, in words. */

/** Three digits, in µs, ms, s or h. */
export function duration(milliseconds: number): string {
  if (milliseconds < 1) return `${Number((1000 * milliseconds).toPrecision(3))} µs`;
  if (milliseconds < 1000) return `${Number(milliseconds.toPrecision(3))} ms`;
  if (milliseconds < 1e7) return `${Number((milliseconds / 1000).toPrecision(3))} s`;
  return `${Number((milliseconds / 3.6e6).toPrecision(3))} h`;
}
