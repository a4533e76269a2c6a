/** A value of a tree as the value of a key. */
import type { Place } from './place.ts';
import type { Given } from './writing.ts';
import type { Written } from './written.ts';

export function givenBy(path: readonly string[], keyPlace: Place, content: Written): Given {
  const part = (steps: readonly (number | string)[]) => steps.reduce(partOf, content);
  const at = (steps: readonly (number | string)[]) => {
    const { place, written } = part(steps);
    return { place, written };
  };
  return { path, keyPlace, value: plain(content), at };
}

/** An element, an entry, or the whole where there is none. */
function partOf(whole: Written, step: number | string): Written {
  const found =
    typeof step === 'number' ? whole.elements?.[step] : whole.entries?.find(({ name }) => name === step)?.content;
  return found ?? whole;
}

/** The value with what its tables hold. */
function plain({ value, entries, elements }: Written): unknown {
  if (entries) return Object.fromEntries(entries.map(({ name, content }) => [name, plain(content)]));
  return elements ? elements.map(plain) : value;
}
