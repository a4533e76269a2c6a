/** `tempering.temperatures`: a list, or a range that is made one. */
import * as z from 'zod';
import { type Kind, listOf, positiveNumber } from './kinds.ts';
import { rangeValues } from './range.ts';
import { meantInRange } from './range-names.ts';

const RANGE = '{ from = …, to = …, count = … } with spacing "linear" or "geometric"';
const EXPECTED = `a list of temperatures greater than 0, or ${RANGE}`;

/** More replicas than this would be a slip of the keyboard. */
export const MOST_TEMPERATURES = 1000;
const COUNT = { error: `a count of temperatures from 2 to ${MOST_TEMPERATURES}` };
const SPACING = { error: '"linear" or "geometric" as spacing' };

const end = (name: string) => z.number({ error: endWords(name) }).positive({ error: endWords(name) });
const endWords = (name: string): string => `${positiveNumber.expected} as ${name}`;

const list = listOf(positiveNumber, EXPECTED);
const range = z.strictObject(
  {
    from: end('from'),
    to: end('to'),
    count: z.int(COUNT).min(2, COUNT).max(MOST_TEMPERATURES, COUNT),
    spacing: z.enum(['linear', 'geometric'], SPACING).optional(),
  },
  { error: ({ code, keys }) => (code === 'unrecognized_keys' ? `${RANGE} and without ${keys.join(', ')}` : EXPECTED) },
);

/** What the first fault of a range asks for; a union would say only that it is neither a list nor a range. */
function expectedOf(found: unknown): string {
  if (typeof found !== 'object' || found === null || Array.isArray(found)) return EXPECTED;
  return range.safeParse(found).error?.issues[0].message ?? EXPECTED;
}

type Range = z.output<typeof range>;

const writtenOut = ({ count: points, spacing = 'linear', ...ends }: Range): number[] =>
  rangeValues({ ...ends, points, spacing });

/** The key that was meant by the first one that a range does not have, as count by the points of a sweep. */
function meantKey(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const known = Object.keys(range.shape);
  const strange = Object.keys(value).find((name) => !known.includes(name));
  return strange === undefined ? undefined : meantInRange(strange, known);
}

/** The temperatures of a ladder, a range written out. */
export const ladder: Kind<z.ZodType<readonly number[], readonly number[] | Range>> = {
  expected: EXPECTED,
  schema: z
    .union([list.schema, range], { error: ({ input }) => expectedOf(input) })
    .transform((given) => ('from' in given ? writtenOut(given) : given)),
  suggest: (value, written) => (list.schema.safeParse([value, value]).success ? `[${written}, …]` : meantKey(value)),
};
