/** docs/architecture.md and its picture keep up with the rooms. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { reduced } from '../../scripts/architecture/room-imports.ts';
import { architecturePicture } from '../../scripts/architecture-picture.ts';
import { ROOMS } from '../architecture/rooms.ts';

const textOf = (file: string): string => readFileSync(new URL(`../../docs/${file}`, import.meta.url), 'utf8');

it('the picture shows the imports that there are: run `node scripts/architecture-picture.ts`', () => {
  expect(textOf('images/architecture.svg')).toBe(architecturePicture());
});

it('the page says what each room is for', () => {
  const page = textOf('architecture.md');
  expect(ROOMS.filter((room) => !page.includes(`**${room}**`))).toEqual([]);
});

it('leaves out what follows from other imports', () => {
  const graph = new Map([
    ['a', new Set<string>()],
    ['b', new Set(['a'])],
    ['c', new Set(['a', 'b'])],
    ['d', new Set(['a', 'c'])],
  ]);
  expect([...reduced(graph)].map(([room, imported]) => [room, ...imported])).toEqual([
    ['a'],
    ['b', 'a'],
    ['c', 'b'],
    ['d', 'c'],
  ]);
});
