/** What every format of spins comes to: configurations of a lattice, of unit vectors, or words on what is wrong. */
import { InputError } from '../../errors.ts';
import type { Lattice } from '../../lattice/lattice.ts';
import { validatedOn } from '../validate.ts';

/** What is read, and for what. */
export interface SpinsOptions {
  readonly lattice: Lattice;
  /** Scale every spin to length 1 instead of refusing those that are not. */
  readonly normalise: boolean;
  /** What asks for that, as in "--normalise": it is named where a spin has another length. */
  readonly normaliseName: string;
}

/** Numbers of one configuration as a file has them. */
export interface FoundSpins {
  /** x y z of site 0, of site 1, … */
  readonly values: Float64Array;
  /** The place in messages, as in `spins.npy: configuration 2`. */
  readonly where: string;
  /** What may explain other lengths, as in "they are float32 numbers". */
  readonly lengthNote?: string | undefined;
}

/** Checks the numbers of a configuration; throws InputError with their place. */
export function checkedConfiguration(
  { values, where, lengthNote }: FoundSpins,
  { lattice, normalise, normaliseName }: SpinsOptions,
): Float64Array {
  const vectors = Array.from({ length: values.length / 3 }, (_, i) => [...values.subarray(3 * i, 3 * i + 3)]);
  const note = lengthNote === undefined ? '' : `${lengthNote}: `;
  const lengthHint = `${note}${normaliseName} scales spins to length 1`;
  return placed(where, () => validatedOn(lattice, vectors, { normalise, lengthHint }));
}

/** Does something whose InputErrors get a place in front. */
export function placed<T>(where: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw error instanceof InputError ? new InputError(`${where}, ${error.message}`) : error;
  }
}
