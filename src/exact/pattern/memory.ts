/** Remembers orders by the structure they belong to: models that differ in T, J, μ or the size of t share the symbolic work. */
import type { Elimination } from './minimum-fill.ts';

const CAPACITY = 32;
const remembered = new Map<string, Elimination>();

/** The remembered elimination of `key`, made when there is none; the oldest makes room. */
export function remember(key: string, make: () => Elimination): Elimination {
  const known = remembered.get(key);
  if (known) return known;
  const made = make();
  remembered.set(key, made);
  if (remembered.size > CAPACITY) remembered.delete(remembered.keys().next().value as string);
  return made;
}
