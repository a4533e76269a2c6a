/** The layers of src/: no imports from later rooms, no cycles, no Node where a browser must do. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { cycleIn, importsOfSources } from './imports.ts';
import { ENTRIES, FIRST_OF_NODE, FOLDERS, ROOMS } from './rooms.ts';

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

it('imports within a room from the same folder and from those before it', () => {
  const folderOf = (file: string, room: string) => FOLDERS[room].indexOf(file.split('/')[1]);
  const back = Object.keys(FOLDERS).flatMap((room) =>
    sources
      .filter(([file]) => roomOf(file) === room && folderOf(file, room) >= 0)
      .flatMap(([file, names]) =>
        names
          .filter((name) => roomOf(name) === room && folderOf(name, room) > folderOf(file, room))
          .map((name) => `${file} imports ${name}`),
      ),
  );
  expect(back).toEqual([]);
});

it('has no two files of one name in a room', () => {
  const names = sources.map(([file]) => `${roomOf(file)}: ${file.split('/').at(-1)}`);
  expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([]);
});

it('imports no source from beside src/', () => {
  const outside = [...imports].flatMap(([file, names]) =>
    names.filter((name) => name.startsWith('..') && name.endsWith('.ts')).map((name) => `${file} imports ${name}`),
  );
  expect(outside).toEqual([]);
});

it('has no cycles, claims included', () => {
  expect(cycleIn(imports)).toEqual([]);
  expect(cycleIn(importsOfSources('claims'))).toEqual([]);
});

it('finds a cycle where there is one', () => {
  const known = new Map([
    ['a', ['b', 'x']],
    ['b', ['c']],
    ['c', ['b']],
  ]);
  expect(cycleIn(known)).toEqual(['b', 'c']);
});

it('lints what browsers run, and nothing else, for what differs between engines', () => {
  const config = JSON.parse(readFileSync(new URL('../../biome.json', import.meta.url), 'utf8'));
  const [folders, files] = config.overrides[0].includes;
  const rooms = ROOMS.slice(0, ROOMS.indexOf(FIRST_OF_NODE)).filter((room) => !room.endsWith('.ts'));
  expect(folders).toBe(`src/{${rooms.join(',')}}/**`);
  expect(files).toBe('src/{errors,index,spec}.ts');
});

it('keeps Node out of what browsers run', () => {
  const safe = sources.filter(([file]) => placeOf(file) < ROOMS.indexOf(FIRST_OF_NODE));
  const used = safe.flatMap(([file, names]) => names.filter((name) => name.startsWith('node:')).map(() => file));
  expect(used).toEqual([]);
});
