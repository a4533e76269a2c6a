/** The keys of [sweep] that are its own, and those of a range; declared as the keys of a spec are. */
import * as z from 'zod';
import { choice, either, flag, type Kind, listOf, number } from '../kinds.ts';
import { type Parameter, preset, required } from '../sections.ts';

/** Most points of a study: what is more is a slip of the keyboard. */
export const MOST_POINTS = 100000;

const expected = `a whole number from 2 to ${MOST_POINTS}`;
const pointCount: Kind<z.ZodInt> = {
  expected,
  schema: z.int({ error: expected }).min(2, { error: expected }).max(MOST_POINTS, { error: expected }),
};

export const sweepOptions = {
  combine: preset(
    choice('grid', 'together'),
    'grid',
    'all combinations of the values, the last key changing fastest; or lists of equal length taken point by point',
  ),
  carryModels: preset(
    flag,
    false,
    'the training of a point begins with the learned model of its neighbour in the sweep',
  ),
  levels: preset(flag, true, '`sampling.levels` of every point, where the spec does not say otherwise'),
};

const end = either(number, listOf(number, 'a list of numbers'));

export const rangeParameters = {
  from: required(end, 'first value'),
  to: required(end, 'last value'),
  points: required(pointCount, 'number of values, both ends included'),
  spacing: preset(choice('linear', 'geometric'), 'linear', 'equal differences, or equal ratios'),
};

/** The name of the list of explicit points. */
export const POINTS = 'points';

/** Declarations by name, for code that walks over all of them. */
export const optionParameters = (): [string, Parameter][] => Object.entries(sweepOptions);
export const rangeKeys = (): [string, Parameter][] => Object.entries(rangeParameters);
