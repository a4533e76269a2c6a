/** Levels of an annealing where nothing is annealed. */
import { METHODS, methodNamed } from '../sampling/samplers/methods.ts';
import type { Spec } from './shape.ts';
import type { SpecProblem } from './spec-error.ts';
import { spell } from './spelling.ts';
import { find, type Writing } from './writing.ts';

/** The checked values of [sampling]; without a method where that was refused. */
export function annealingProblems({ method }: Partial<Spec['sampling']>, writing: Writing): SpecProblem[] {
  const key = spell('annealingLevels', writing.spelling);
  const levels = find(writing, ['sampling', key]);
  if (levels?.value === undefined || method === undefined || methodNamed(method).anneals) return [];
  const annealers = METHODS.filter(({ anneals }) => anneals).map(({ name }) => JSON.stringify(name));
  return [
    {
      key: `sampling.${key}`,
      expected: `a method that anneals beside it, ${annealers.join(' or ')}`,
      found: `sampling.method = ${JSON.stringify(method)}`,
      place: levels.keyPlace,
    },
  ];
}
