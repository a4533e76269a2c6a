/** Names of points, which are names of directories: readable, the same whatever the other points are, and safe on every file system. */
import { parametersOf, type SectionName, sectionNames } from '../sections.ts';
import { spell } from '../spelling.ts';
import type { SweptValue } from '../study.ts';

const LONGEST = 100;

/** The values of a point by dotted key in snake_case. */
export type Values = Readonly<Record<string, SweptValue>>;

/** Keys in the order of their declaration, so that the order in a sweep does not matter. */
const ORDER = sectionNames.flatMap((section) =>
  parametersOf(section).map(([name]): [SectionName, string] => [section, name]),
);
const POSITIONS = new Map(ORDER.map(([section, name], index) => [`${section}.${spell(name, 'snake_case')}`, index]));
const position = (key: string): number => POSITIONS.get(key) ?? POSITIONS.size;

/** The name of a point: `size=6x6,temperature=0.05`. */
export function pointName(values: Values): string {
  const keys = Object.keys(values).toSorted((a, b) => position(a) - position(b));
  const last = (key: string) => key.slice(key.indexOf('.') + 1);
  const isShared = (key: string) => keys.filter((other) => last(other) === last(key)).length > 1;
  return fitting(keys.map((key) => `${isShared(key) ? key : last(key)}=${valueName(key, values[key])}`).join(','));
}

function valueName(key: string, value: SweptValue): string {
  if (Array.isArray(value)) {
    const parts = value.map((entry) => valueName(key, entry as SweptValue));
    return parts.length === 0 ? 'none' : parts.join(key === 'lattice.size' ? 'x' : '_');
  }
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.replace(/[^\w.+-]/g, '-');
}

/** What is too long ends with a number of the whole, so that different points keep different names. */
function fitting(name: string): string {
  if (name.length <= LONGEST) return name;
  const end = `-${fingerprint(name)}`;
  return name.slice(0, LONGEST - end.length) + end;
}

/** FNV-1a, 64 bits: 16 digits, base 16. */
function fingerprint(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const letter of text) {
    hash ^= BigInt(letter.codePointAt(0) ?? 0);
    hash = BigInt.asUintN(64, hash * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
}
