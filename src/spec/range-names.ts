/** What others call the keys of a range. */
import { nearest } from '../words/nearest.ts';

const NUMBER = ['points', 'count', 'num', 'number', 'n', 'steps'];

const OTHERS: Readonly<Record<string, readonly string[]>> = {
  from: ['start', 'min', 'first', 'begin'],
  to: ['stop', 'end', 'max', 'last'],
  points: NUMBER,
  count: NUMBER,
};

/** The key of a range that was meant by a name which it does not have. `known`: the keys that it has. */
export const meantInRange = (name: string, known: readonly string[]): string | undefined =>
  known.find((key) => OTHERS[key]?.includes(name)) ?? nearest(name, known);
