/** `tempering.temperatures`: a list, or a range that is made one. */
import * as z from 'zod';
import { choice, count, type Kind, listOf, positiveNumber } from './kinds.ts';
import { rangeValues } from './range.ts';

const EXPECTED =
  'a list of temperatures greater than 0, or { from = …, to = …, count = … } with spacing "linear" or "geometric"';

/** More replicas than this would be a slip of the keyboard. */
export const MOST_TEMPERATURES = 1000;
const COUNT = { error: `a count of temperatures from 2 to ${MOST_TEMPERATURES}` };

const list = listOf(positiveNumber, EXPECTED);
const range = z.strictObject({
  from: positiveNumber.schema,
  to: positiveNumber.schema,
  count: count.schema.min(2, COUNT).max(MOST_TEMPERATURES, COUNT),
  spacing: choice('linear', 'geometric').schema.optional(),
});

type Range = z.output<typeof range>;

const writtenOut = ({ count: points, spacing = 'linear', ...ends }: Range): number[] =>
  rangeValues({ ...ends, points, spacing });

/** The temperatures of a ladder, a range written out. */
export const ladder: Kind<z.ZodType<readonly number[], readonly number[] | Range>> = {
  expected: EXPECTED,
  schema: z
    .union([list.schema, range], { error: EXPECTED })
    .transform((given) => ('from' in given ? writtenOut(given) : given)),
  suggest: (value, written) => (list.schema.safeParse([value, value]).success ? `[${written}, …]` : undefined),
};
