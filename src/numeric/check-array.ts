/** Arrays from outside: a wrong length would be read past its end, or leave numbers out, silently. */
import { InputError } from '../errors.ts';

/** Checks the length of an array; throws InputError unless it has `expected` numbers. One comparison: it stands before hot code. */
export function checkLength(name: string, array: ArrayLike<number>, expected: number): void {
  if (array?.length !== expected) throw wrongLength(name, array, expected);
}

function wrongLength(name: string, array: ArrayLike<unknown> | undefined, expected: number): InputError {
  const found = array?.length === undefined ? String(array) : `${array.length}`;
  const isNested = Array.isArray(array) && Array.isArray(array[0]);
  const hint = isNested ? '\n  validateConfiguration makes one array of a list of [x, y, z]' : '';
  return new InputError(`${name}: expected an array of ${expected} numbers, found ${found}${hint}`);
}

/** Checks the entries of an array; throws InputError for the first that is not finite. */
export function checkFinite(name: string, array: ArrayLike<number>): void {
  for (let k = 0; k < array.length; k++)
    if (!Number.isFinite(array[k]))
      throw new InputError(`${name}: expected finite numbers, found ${array[k]} at index ${k}`);
}
