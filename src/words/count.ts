/** Numbers of things in words. */

/** A number with its noun: `1 site`, `2 sites`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}
