/** The keys that a table of [sweep] or a point names, however they are nested. */
import type { Place } from '../place.ts';
import type { Entry, Written } from '../written.ts';

/** A key with what it was given. */
export interface SweptKey {
  /** Section and key as written; a single name where the key stands outside of any section. */
  readonly path: readonly string[];
  /** The same, dotted. */
  readonly name: string;
  readonly place: Place;
  readonly content: Written;
}

/** The keys of a table: `model.temperature = …`, `[model] temperature = …` and `"model.temperature" = …` are the same. */
export function sweptKeys(entries: readonly Entry[], parents: readonly string[] = []): SweptKey[] {
  return entries.flatMap(({ name, place, content }) => {
    const names = [...parents, ...name.split('.')];
    if (names.length === 1 && content.entries) return sweptKeys(content.entries, names);
    const [section, ...key] = names;
    const path = key.length === 0 ? [section] : [section, key.join('.')];
    return [{ path, name: names.join('.'), place, content }];
  });
}
