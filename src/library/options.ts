/** The options of a call, as programs without types give them. */
import { InputError } from '../errors.ts';
import { nearest } from '../words/nearest.ts';

/** Throws InputError for options that are no object, and for one that the call does not have: it would do nothing. `call`: the name of the function. */
export function requireOptions(call: string, known: readonly string[], options: unknown): void {
  const names = known.join(', ');
  if (typeof options !== 'object' || options === null)
    throw new InputError(`${call}: expected the options ${names}, found ${JSON.stringify(options) ?? 'none'}`);
  const strange = Object.keys(options).find((name) => !known.includes(name));
  if (strange === undefined) return;
  const meant = nearest(strange, known);
  const hint = meant ? `\n  did you mean ${meant}?` : '';
  throw new InputError(`${call}: expected one of the options ${names}, found ${strange}${hint}`);
}
