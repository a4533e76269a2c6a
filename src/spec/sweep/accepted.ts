/** Specs of points that are in order but of no use to their user, such as T = 0 where there is something to be sampled. */
import { InputError } from '../../errors.ts';
import { excerpt, placeName } from '../place.ts';
import type { Spec } from '../shape.ts';
import type { StudyPoint } from '../study.ts';
import { find, type Given, type Writing } from '../writing.ts';
import type { PointWriting } from './combine.ts';
import { inPoints, MOST_TOLD } from './faults.ts';
import { writingOf } from './resolve-points.ts';

/** Throws InputError for a spec that its user has no use for; `name`: that of the point. */
export type Accept = (spec: Spec, name: string) => void;

/** Throws InputError with what `accept` says of the points, each thing once, with the first point that has it and the place of the key. */
export function requireAccepted(
  points: readonly StudyPoint[],
  accept: Accept,
  base: Writing,
  writings: readonly PointWriting[],
): void {
  const names = points.map(({ name }) => name);
  const complaints = new Map<string, { readonly first: number; count: number }>();
  for (const [index, point] of points.entries()) {
    const message = complaint(accept, point);
    if (message === undefined) continue;
    const text = placed(message, writingOf(base, writings[index]));
    const known = complaints.get(text);
    if (known) known.count++;
    else complaints.set(text, { first: index, count: 1 });
  }
  if (complaints.size === 0) return;
  const all = [...complaints].slice(0, MOST_TOLD).map(([text, points]) => `${text}\n  ${inPoints(points, names)}`);
  throw new InputError(all.join('\n'));
}

function complaint(accept: Accept, { spec, name }: StudyPoint): string | undefined {
  try {
    accept(spec, name);
    return undefined;
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
}

/** The one of some keys that was given last: what a point gives comes after what the spec says. */
function lastOf(keys: readonly string[], writing: Writing): Given | undefined {
  const given = keys.map((key) => find(writing, key.split('.')));
  return writing.given.findLast((one) => given.includes(one));
}

/** A message `model.temperature: expected …` with the place where the key was given. */
function placed(message: string, writing: Writing): string {
  const [first, ...more] = message.split('\n');
  const [, keys = ''] = /^([\w., ]+): /.exec(first) ?? [];
  const place = lastOf(keys.split(', '), writing)?.at([]).place;
  return place ? [`${placeName(place)}: ${first}`, ...excerpt(place), ...more].join('\n') : message;
}
