/** The kinds of values a spec holds: a zod schema, the words for it in messages, and what to suggest instead of a wrong value. */
import { z } from 'zod';
import { nearest } from './nearest.ts';

export interface Kind<Schema extends z.ZodType = z.ZodType> {
  readonly schema: Schema;
  /** Reads on after "expected". */
  readonly expected: string;
  /** A likely intended value, as one would write it; `written` is what was found, as it was written. */
  readonly suggest?: (value: unknown, written: string) => string | undefined;
}

/** `build` receives the message that each check of the schema reports. */
function kind<Schema extends z.ZodType>(expected: string, build: (message: { error: string }) => Schema): Kind<Schema> {
  return { expected, schema: build({ error: expected }) };
}

export const number = kind('a number', (message) => z.number(message));
export const positiveNumber = kind('a number greater than 0', (message) => z.number(message).positive(message));
export const numberFromZero = kind('a number, 0 or more', (message) => z.number(message).nonnegative(message));
export const count = kind('a whole number, 1 or more', (message) => z.int(message).min(1, message));
export const countFromZero = kind('a whole number, 0 or more', (message) => z.int(message).min(0, message));
export const flag = kind('true or false', (message) => z.boolean(message));

/** One of a few names. */
export function choice<const Names extends readonly [string, ...string[]]>(...names: Names) {
  const expected = names.map((name) => JSON.stringify(name)).join(' or ');
  const suggest = (value: unknown) => {
    const name = typeof value === 'string' ? nearest(value, names) : undefined;
    return name && JSON.stringify(name);
  };
  return { ...kind(expected, (message) => z.enum(names, message)), suggest };
}

/** A list of any length; `expected` says of what. */
export function listOf<Schema extends z.ZodType>(element: Kind<Schema>, expected: string) {
  const suggest = (value: unknown, written: string) =>
    element.schema.safeParse(value).success ? `[${written}]` : element.suggest?.(value, written);
  return { ...kind(expected, (message) => z.array(element.schema, message).readonly()), suggest };
}

export const vector = kind('a list of 3 numbers', (message) =>
  z.tuple([number.schema, number.schema, number.schema], message).readonly(),
);

/** Either of two kinds. */
export function either<A extends z.ZodType, B extends z.ZodType>(a: Kind<A>, b: Kind<B>) {
  const suggest = (value: unknown, written: string) => a.suggest?.(value, written) ?? b.suggest?.(value, written);
  const expected = `${a.expected}, or ${b.expected}`;
  return { ...kind(expected, (message) => z.union([a.schema, b.schema], message)), suggest };
}
