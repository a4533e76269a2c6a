/** Some points of a study by their numbers, as `--points 3,7-9` of the command line asks for them. */
import { InputError } from '../../errors.ts';
import type { Study, StudyPoint } from '../study.ts';

/** The points of a selection in the order of the study, each once. Points are numbered from 1. Throws InputError. */
export function selectPoints(study: Pick<Study, 'points'>, selection: string): StudyPoint[] {
  const count = study.points.length;
  const chosen = new Set(selection.split(',').flatMap((part) => numbersOf(part.trim(), selection, count)));
  return study.points.filter((_, index) => chosen.has(index + 1));
}

function numbersOf(part: string, selection: string, count: number): number[] {
  const [, first, last = first] = /^(\d+)(?:\s*-\s*(\d+))?$/.exec(part) ?? [];
  if (first === undefined) throw wrong(selection, count, JSON.stringify(selection));
  const [from, to] = [Number(first), Number(last)];
  if (from > to) throw wrong(selection, count, part, `${to}-${from}`);
  const outside = [from, to].find((number) => number < 1 || number > count);
  if (outside !== undefined) throw wrong(selection, count, String(outside));
  return Array.from({ length: to - from + 1 }, (_, k) => from + k);
}

function wrong(selection: string, count: number, found: string, suggestion?: string): InputError {
  const hint = suggestion ? `\n  did you mean ${suggestion}?` : '';
  const expected = `numbers of points from 1 to ${count}, as 3,7-9`;
  return new InputError(`--points ${selection}: expected ${expected}, found ${found}${hint}`);
}
