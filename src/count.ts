/** Numbers of things in words. */

/** `1 site`, `2 sites`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}
