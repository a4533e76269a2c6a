/** Numbers of a list as people choose some of them: 3,7-9. */
import { InputError } from '../errors.ts';

/** What is chosen: by which option, and what the list is of. */
interface Chosen {
  readonly option: string;
  readonly things: string;
  /** How many there are, numbered from 1. */
  readonly count: number;
}

/** The numbers of a selection, ascending, each once. Throws InputError. */
export function selectedNumbers(selection: string, chosen: Chosen): number[] {
  const numbers = selection.split(',').flatMap((part) => numbersOf(part.trim(), selection, chosen));
  return [...new Set(numbers)].sort((a, b) => a - b);
}

function numbersOf(part: string, selection: string, chosen: Chosen): number[] {
  const [, first, last = first] = /^(\d+)(?:\s*-\s*(\d+))?$/.exec(part) ?? [];
  if (first === undefined) throw wrong(selection, chosen, JSON.stringify(selection));
  const [from, to] = [Number(first), Number(last)];
  if (from > to) throw wrong(selection, chosen, part, `${to}-${from}`);
  const outside = [from, to].find((number) => number < 1 || number > chosen.count);
  if (outside !== undefined) throw wrong(selection, chosen, String(outside));
  return Array.from({ length: to - from + 1 }, (_, k) => from + k);
}

function wrong(selection: string, { option, things, count }: Chosen, found: string, suggestion?: string): InputError {
  const hint = suggestion ? `\n  did you mean ${suggestion}?` : '';
  const expected = `numbers of ${things} from 1 to ${count}, as 3,7-9`;
  return new InputError(`${option} ${selection}: expected ${expected}, found ${found}${hint}`);
}
