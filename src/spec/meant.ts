/** The name that was probably meant by one that does not exist: a key of another section, what others call a key, or a typing mistake. */

import { nearest } from '../words/nearest.ts';
import { dimensionOf } from './dimension.ts';
import { listText } from './kinds.ts';
import { type Meant, otherName } from './other-names.ts';
import { parametersOf, type SectionName, sectionNames } from './sections.ts';
import { spell } from './spelling.ts';
import { shortened, type Writing } from './writing.ts';

/** The end of a message. */
export interface Hint {
  readonly suggestion?: string | undefined;
  readonly note?: string | undefined;
}

/** The hint for a name. `section`: where it was typed, undefined outside of all. `value`: what it was given. */
export function hintFor(name: string, section: SectionName | undefined, value: unknown, writing: Writing): Hint {
  const homes = keysOfAll(writing);
  const namesake = homes.filter((home) => home.key === name).map(fullName);
  if (namesake.length > 0) return { suggestion: namesake.join(' or ') };
  const other = otherName(name);
  if (typeof other === 'string') return { note: other };
  if (other) return { suggestion: withAdvice(other, value, writing) };
  const near = section && nearest(name, namesOf(section, writing));
  return { suggestion: near ?? slip(name, section, writing) };
}

/** A similar key anywhere; outside of sections the name of one as well. */
function slip(name: string, section: SectionName | undefined, writing: Writing): string | undefined {
  const homes = keysOfAll(writing);
  const key = nearest(
    name,
    homes.map((home) => home.key),
  );
  const home = homes.find((candidate) => candidate.key === key);
  return home ? fullName(home) : section === undefined ? nearest(name, sectionNames) : undefined;
}

function withAdvice({ section, key, how, perDirection }: Meant, value: unknown, writing: Writing): string {
  const name = fullName({ section, key: spell(key, writing.spelling) });
  if (perDirection) return `${name} = ${perDirectionText(value, writing)}`;
  return how ? `${name}, ${how}` : name;
}

/** L = 4 is [4, 4] on a square lattice. */
function perDirectionText(value: unknown, writing: Writing): string {
  const length = typeof value === 'number' ? shortened(String(value)) : 'L';
  return listText(length, dimensionOf(writing));
}

interface Home {
  readonly section: SectionName;
  readonly key: string;
}

const fullName = ({ section, key }: Home): string => `${section}.${key}`;

const keysOfAll = (writing: Writing): Home[] =>
  sectionNames.flatMap((section) => namesOf(section, writing).map((key) => ({ section, key })));

const namesOf = (section: SectionName, { spelling }: Writing): string[] =>
  parametersOf(section).map(([name]) => spell(name, spelling));
