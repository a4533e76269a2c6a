/** A stand-in for the reader of [sweep]: a product of plain lists, each on one line; the real one takes its place. */
import { InputError } from '../../errors.ts';
import { parseSpec } from '../spec.ts';
import type { Study, StudyPoint, SweptValue } from '../study.ts';

/** The study that a text describes; undefined where it has no [sweep]. */
export function parseStudy(text: string, file: string, overrides: readonly string[] = []): Study | undefined {
  const [, table] = /^\[sweep\]\n((?:(?!\[).*\n?)*)/m.exec(text) ?? [];
  if (table === undefined) return undefined;
  const lines = [...table.matchAll(/^([\w.]+)\s*=\s*(.+)$/gm)].map(
    ([, key, value]) => [key, JSON.parse(value)] as const,
  );
  const lists = lines.filter(([, value]) => Array.isArray(value)) as [string, SweptValue[]][];
  const carryModels = lines.some(([key, value]) => key === 'carry_models' && value === true);
  const base = text.replace(/^\[sweep\]\n((?:(?!\[).*\n?)*)/m, '');
  const points = product(lists).map((values): StudyPoint => {
    const set = Object.entries(values).map(([key, value]) => `${key}=${JSON.stringify(value)}`);
    return { name: nameOf(values), values, spec: parseSpec(base, file, [...overrides, ...set]) };
  });
  return { keys: lists.map(([key]) => key), points, carryModels };
}

const product = (lists: readonly [string, SweptValue[]][]): Record<string, SweptValue>[] =>
  lists.reduce<Record<string, SweptValue>[]>(
    (points, [key, list]) => points.flatMap((point) => list.map((value) => Object.assign({}, point, { [key]: value }))),
    [{}],
  );

const nameOf = (values: Readonly<Record<string, SweptValue>>): string =>
  Object.entries(values)
    .map(([key, value]) => `${key.split('.').at(-1)}=${[value].flat().join('x')}`)
    .join(',');

/** Points by their numbers in the list, from 1: `3,7-9`. */
export function selectPoints(study: Study, text: string): StudyPoint[] {
  return text.split(',').flatMap((part) => {
    const [first, last = first] = part.split('-').map(Number);
    if (!(first >= 1 && last <= study.points.length && first <= last))
      throw new InputError(`--points: expected numbers from 1 to ${study.points.length}, found ${part}`);
    return study.points.slice(first - 1, last);
  });
}
