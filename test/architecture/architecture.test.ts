/** The layers of src/: no imports from later rooms, no cycles, no Node where a browser must do. */
import { expect, it } from 'vitest';
import { cycleIn, importsOfSources } from './imports.ts';
import { ENTRIES, FIRST_OF_NODE, ROOMS } from './rooms.ts';

const imports = importsOfSources();
const roomOf = (file: string): string => file.split('/')[0];
const placeOf = (file: string): number => ROOMS.indexOf(roomOf(file));
const sources = [...imports].filter(([file]) => !ENTRIES.includes(file));

it('has a place for every room', () => {
  const rooms = new Set(sources.map(([file]) => roomOf(file)));
  expect([...rooms].sort()).toEqual([...ROOMS].sort());
});

it('imports from the same room and from those before it alone', () => {
  const back = sources.flatMap(([file, names]) =>
    names.filter((name) => imports.has(name) && placeOf(name) > placeOf(file)).map((name) => `${file} imports ${name}`),
  );
  expect(back).toEqual([]);
});

it('imports nothing from beside src/', () => {
  const outside = [...imports].flatMap(([file, names]) =>
    names.filter((name) => name.startsWith('..')).map((name) => `${file} imports ${name}`),
  );
  expect(outside).toEqual([]);
});

it('has no cycles', () => {
  expect(cycleIn(imports)).toEqual([]);
});

it('finds a cycle where there is one', () => {
  const known = new Map([
    ['a', ['b', 'x']],
    ['b', ['c']],
    ['c', ['b']],
  ]);
  expect(cycleIn(known)).toEqual(['b', 'c']);
});

it('keeps Node out of what browsers run', () => {
  const safe = sources.filter(([file]) => placeOf(file) < ROOMS.indexOf(FIRST_OF_NODE));
  const used = safe.flatMap(([file, names]) => names.filter((name) => name.startsWith('node:')).map(() => file));
  expect(used).toEqual([]);
});
