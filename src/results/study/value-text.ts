/** Swept values as text. */
import type { SweptValue } from '../../spec/study.ts';

/** The key by whose values a study has tables and curves of their own. */
export const SIZE = 'lattice.size';

/** Numbers and words as they are, sizes as 6x6, other lists as JSON. */
export function valueText(key: string, value: SweptValue): string {
  if (!Array.isArray(value)) return String(value);
  return key === SIZE ? value.join('x') : JSON.stringify(value);
}

/** A key without its section, where no other key has the same end. */
export function keyName(key: string, keys: readonly string[]): string {
  const last = (one: string) => one.slice(one.lastIndexOf('.') + 1);
  return keys.some((other) => other !== key && last(other) === last(key)) ? key : last(key);
}
