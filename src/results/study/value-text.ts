/** Swept keys and values as text. */

export { cellOf, SIZE, sizeText, valueText } from '../../spec/sweep/value-text.ts';

/** A key without its section, where no other key has the same end. */
export function keyName(key: string, keys: readonly string[]): string {
  const last = (one: string) => one.slice(one.lastIndexOf('.') + 1);
  return keys.some((other) => other !== key && last(other) === last(key)) ? key : last(key);
}
