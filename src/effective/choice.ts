/** Checks of `[effective]`, shared by all kinds. */
import { InputError } from '../errors.ts';
import type { EffectiveChoice } from './model.ts';

export type Option = Exclude<keyof EffectiveChoice, 'kind'>;

/** Checks the options of a choice; throws InputError for one that the kind does not know. */
export function checkOptions(choice: EffectiveChoice, known: readonly Option[]): void {
  for (const [key, value] of Object.entries(choice)) {
    if (key === 'kind' || value === undefined || known.includes(key as Option)) continue;
    throw new InputError(
      `${key}: expected an option of kind "${choice.kind}", found one that it does not have\n  did you mean ${list(known)}?`,
    );
  }
}

/** The options that have a value: those that are there without one are left out. */
export const givenIn = (choice: EffectiveChoice): EffectiveChoice =>
  Object.fromEntries(Object.entries(choice).filter(([, value]) => value !== undefined)) as unknown as EffectiveChoice;

/** Checks a number and returns it; throws InputError unless it is an integer from `least` up. */
export function checkCount(key: Option, value: number, least: number): number {
  if (Number.isInteger(value) && value >= least) return value;
  throw new InputError(
    `${key}: expected an integer ≥ ${least}, found ${value}\n  did you mean ${suggestion(value, least)}?`,
  );
}

const suggestion = (value: number, least: number) => (value > least ? Math.floor(value) : least);

/** A list of words, a, b or c. */
export function list(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
