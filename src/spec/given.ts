/** A value of a tree as the value of a key. */
import type { Place } from './place.ts';
import type { Given } from './writing.ts';
import type { Written } from './written.ts';

export function givenBy(path: readonly string[], keyPlace: Place, content: Written): Given {
  const part = (indices: readonly number[]) => indices.reduce((list, index) => list.elements?.[index] ?? list, content);
  const at = (indices: readonly number[]) => {
    const { place, written } = part(indices);
    return { place, written };
  };
  return { path, keyPlace, value: plain(content), at };
}

/** The value with what its tables hold. */
function plain({ value, entries, elements }: Written): unknown {
  if (entries) return Object.fromEntries(entries.map(({ name, content }) => [name, plain(content)]));
  return elements ? elements.map(plain) : value;
}
