/** The kinds of values a spec holds: a zod schema, the words for it in messages, and what to suggest instead of a wrong value. */
// Names alone would bring all languages of the library into a page.
import * as z from 'zod';
import { nearest } from '../words/nearest.ts';

export interface Kind<Schema extends z.ZodType = z.ZodType> {
  readonly schema: Schema;
  /** Words that follow "expected". */
  readonly expected: string;
  /** How a page lets one choose a value; as text of TOML where left out. */
  readonly input?: Input;
  /** A likely intended value, as one would write it; `written` is what was found, as it was written. */
  readonly suggest?: Suggest;
}

/** A field for a number, a box to tick, or a list of names; `isComplete`: nothing else can be chosen. */
export type Input = 'number' | 'flag' | { readonly names: readonly string[]; readonly isComplete: boolean };

/** Suggests a value for a wrong one. `dimension`: that of the lattice that the spec is about. */
type Suggest = (value: unknown, written: string, dimension: number) => string | undefined;

/** A kind of value. `build` receives the message that each check of the schema reports. */
function kind<Schema extends z.ZodType>(expected: string, build: (message: { error: string }) => Schema): Kind<Schema> {
  return { expected, schema: build({ error: expected }) };
}

/** A kind that a page has a field for. */
const field = <K extends Kind>(input: 'number' | 'flag', made: K): K & { readonly input: Input } => ({
  ...made,
  input,
});

export const number = field(
  'number',
  kind('a number', (message) => z.number(message)),
);
export const positiveNumber = field(
  'number',
  kind('a number greater than 0', (message) => z.number(message).positive(message)),
);
export const numberFromZero = field(
  'number',
  kind('a number, 0 or more', (message) => z.number(message).nonnegative(message)),
);
export const fillingNumber = field(
  'number',
  kind('a number greater than 0 and less than 2', (message) => z.number(message).nonnegative(message).max(2, message)),
);
export const probability = field(
  'number',
  kind('a probability, 0 or more and less than 1', (message) => z.number(message).nonnegative(message).lt(1, message)),
);
export const integer = kind('a whole number', (message) => z.int(message));
export const count = wholeNumber(1);
export const countFromZero = wholeNumber(0);
export const text = kind('a text in quotes', (message) => z.string(message).min(1, message));
export const flag = field(
  'flag',
  kind('true or false', (message) => z.boolean(message)),
);

/** Doubles count up to 2^53: beyond it the number that was written may not be the one that is found. */
function wholeNumber(least: number): Kind<z.ZodInt> {
  const expected = `a whole number, ${least} or more`;
  const tooLarge = `a whole number from ${least} to ${Number.MAX_SAFE_INTEGER} (2^53 − 1)`;
  const error = ({ code }: z.core.$ZodRawIssue) => (code === 'too_big' ? tooLarge : expected);
  const suggest: Suggest = (value) =>
    Number.isFinite(value) && !Number.isInteger(value)
      ? String(Math.max(least, Math.round(value as number)))
      : undefined;
  return { expected, input: 'number', suggest, schema: z.int({ error }).min(least, { error: expected }) };
}

/** One of a few names. */
export function choice<const Names extends readonly [string, ...string[]]>(...names: Names) {
  const expected = names.map((name) => JSON.stringify(name)).join(' or ');
  const suggest = (value: unknown) => {
    const name = typeof value === 'string' ? nearest(value, names) : undefined;
    return name && JSON.stringify(name);
  };
  const input: Input = { names, isComplete: true };
  return { ...kind(expected, (message) => z.enum(names, message)), input, suggest };
}

/** A list of any length; `expected` says of what. */
export function listOf<Schema extends z.ZodType>(element: Kind<Schema>, expected: string) {
  const suggest: Suggest = (value, written, dimension) =>
    element.schema.safeParse(value).success ? `[${written}]` : element.suggest?.(value, written, dimension);
  return { ...kind(expected, (message) => z.array(element.schema, message).readonly()), suggest };
}

/** A list with an entry per direction of the lattice; a lone value is suggested for all of them, and "4 x 6" as [4, 6]. */
export function perDirection<Schema extends z.ZodType>(element: Kind<Schema>, expected: string) {
  const suggest: Suggest = (value, written, dimension) => {
    const factors = typeof value === 'string' && /^\d+(\s*[x×*,]\s*\d+)+$/i.test(value) ? value.match(/\d+/g) : null;
    if (factors) return factors.length === dimension ? `[${factors.join(', ')}]` : undefined;
    const entry = element.schema.safeParse(value).success ? written : element.suggest?.(value, written, dimension);
    return entry && !Array.isArray(value) ? listText(entry, dimension) : entry;
  };
  return { ...listOf(element, expected), suggest };
}

/** Numbers per direction, or rows of whole numbers: mistakes are those of the one that it looks like. */
export function sizes<Schema extends z.ZodType<readonly number[]>>(perDirection: Kind<Schema>) {
  const expected = 'rows of whole numbers, supercell vectors in units of primitive vectors';
  const rows = kind(expected, (message) => z.array(z.array(integer.schema, message).readonly(), message).readonly());
  const schemaOf = (value: unknown) =>
    Array.isArray(value) && value.some(Array.isArray) ? rows.schema : perDirection.schema;
  const schema = z.custom<readonly number[] | readonly (readonly number[])[]>().superRefine((value, context) => {
    for (const { path, message } of schemaOf(value).safeParse(value).error?.issues ?? [])
      context.addIssue({ code: 'custom', path, message });
  });
  return { ...perDirection, schema };
}

/** A list of tables with these entries; none else. */
export function tables<Entries extends z.ZodRawShape>(entries: Entries, expected: string) {
  const element = z.strictObject(entries, {
    error: `a table with ${Object.keys(entries).join(', ')} and nothing else`,
  });
  return kind(expected, (message) => z.array(element, message).readonly());
}

/** The same entry in every direction, as one would write it. */
export const listText = (entry: string, dimension: number): string => `[${Array(dimension).fill(entry).join(', ')}]`;

export const vector = kind('a list of 3 numbers', (message) =>
  z.tuple([number.schema, number.schema, number.schema], message).readonly(),
);

/** A direction: three numbers whose length does not matter. */
export const direction = kind('a list of 3 numbers that are not all 0', (message) =>
  z
    .tuple([number.schema, number.schema, number.schema], message)
    .readonly()
    .refine((components) => components.some((component) => component !== 0), message),
);

/** Either of two kinds. */
export function either<A extends z.ZodType, B extends z.ZodType>(a: Kind<A>, b: Kind<B>) {
  const suggest: Suggest = (...found) => a.suggest?.(...found) ?? b.suggest?.(...found);
  const expected = `${a.expected}, or ${b.expected}`;
  const names = [a, b].flatMap(({ input }) => (typeof input === 'object' ? input.names : []));
  const built = { ...kind(expected, (message) => z.union([a.schema, b.schema], message)), suggest };
  return names.length > 0 ? { ...built, input: { names, isComplete: false } as Input } : built;
}
