/** Refusals of the program as notes below a table, each in its own words and once. */
import { InputError } from '../../src/errors.ts';

const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

export interface Refusals {
  /** What `ask` answers, or a dash with the number of the note that says why it is refused. */
  answer(ask: () => string): string;
  /** The notes, numbered in the order in which they were needed. */
  notes(): string;
}

export function refusals(): Refusals {
  const reasons: string[] = [];
  return {
    answer(ask) {
      try {
        return ask();
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        const { message } = error;
        if (!reasons.includes(message)) reasons.push(message);
        return `– ${superscript(reasons.indexOf(message) + 1)}`;
      }
    },
    notes: () => reasons.map((reason, k) => `${k + 1}. ${inOneLine(reason)}`).join('\n'),
  };
}

const superscript = (number: number): string => [...String(number)].map((digit) => DIGITS[Number(digit)]).join('');

/** What is expected and found, and the suggestion, as the program writes them. */
const inOneLine = (reason: string): string =>
  reason
    .split('\n')
    .map((line) => `\`${line.trim()}\``)
    .join(' ');
