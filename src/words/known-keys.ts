/** Options of the library that nobody knows: a misspelt key would otherwise leave its default in force without a word. */
import { InputError } from '../errors.ts';
import { nearest } from './nearest.ts';

/** Throws InputError for the first key of `given` that is not among `known`. `what` is in the message: "the model", "the lattice". */
export function requireKnownKeys(what: string, given: object, known: readonly string[]): void {
  const unknown = Object.keys(given).find((key) => !known.includes(key));
  if (unknown === undefined) return;
  const meant = nearest(unknown, known);
  const hint = meant ? `\n  did you mean ${meant}?` : '';
  throw new InputError(
    `${what}: expected one of the keys ${known.join(', ')}, found the unknown key ${unknown}${hint}`,
  );
}
