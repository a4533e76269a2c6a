/** Points that are the same model under two numbers. */
import type { SpecProblem } from '../spec-error.ts';
import type { PointWriting } from './combine.ts';
import { createFaults, pointWords } from './faults.ts';
import type { Values } from './point-name.ts';

interface NamedValues {
  readonly name: string;
  readonly values: Values;
}

/** A problem for every value that makes a point the same as one before it. */
export function duplicates(points: readonly NamedValues[], writings: readonly PointWriting[]): SpecProblem[] {
  const names = points.map(({ name }) => name);
  const first = new Map<string, number>();
  const faults = createFaults();
  for (const [index, { name, values }] of points.entries()) {
    // A value and a list of it alone, "linear" and ["linear"], are one model, and would have one directory.
    const identities = [name.toLowerCase(), JSON.stringify(values)];
    const known = identities.map((identity) => first.get(identity)).find((earlier) => earlier !== undefined);
    if (known === undefined) for (const identity of identities) first.set(identity, index);
    else faults.add(index, same(pointWords(known, names), writings[index], writings[known]));
  }
  return faults.problems(names);
}

function same(other: string, point: PointWriting, earlier: PointWriting): SpecProblem {
  const different = point.find((given, k) => given.at([]).place !== earlier[k]?.at([]).place) ?? point[0];
  const { place, written } = different.at([]);
  return {
    key: `sweep.${different.path.join('.')}`,
    expected: 'different points',
    found: `${written}, which makes the same point as ${other}`,
    place,
  };
}
