/** What [flow] must agree about with the method, the learned model and [tempering]. */
import { METHODS, methodNamed, type SamplingMethod } from '../sampling/samplers/methods.ts';
import { flowBaseOf } from './learns.ts';
import { parametersOf } from './sections.ts';
import type { Spec } from './shape.ts';
import type { SpecProblem } from './spec-error.ts';
import { spell } from './spelling.ts';
import type { CheckedTempering } from './tempering.ts';
import { find, type Writing } from './writing.ts';

/** The checked values of the sections; entries are missing where a value was refused. */
export interface CheckedSections {
  readonly flow: Spec['flow'];
  readonly sampling: Partial<Spec['sampling']>;
  readonly tempering: CheckedTempering;
}

const takesUniform = (method: SamplingMethod): boolean =>
  method.flows || (method.learns && method.onUniformSpins !== undefined);
const takesLearned = (method: SamplingMethod): boolean => method.learns && method.transports;

/** A base that the method has no use for, keys of a flow where there is none, and a flow where it cannot be. */
export function flowProblems({ flow, sampling, tempering }: CheckedSections, writing: Writing): SpecProblem[] {
  const written = find(writing, ['flow', 'base']);
  if (sampling.method === undefined || (written?.value !== undefined && flow.base === undefined)) return [];
  const method = methodNamed(sampling.method);
  const base = flowBaseOf({ flow, sampling: { ...sampling, method: sampling.method } as Spec['sampling'] });
  if (base === 'none') return method.flows ? [wrongBase(method, base, writing)] : withoutFlow(writing);
  const isTaken = base === 'uniform' ? takesUniform(method) : takesLearned(method);
  if (!isTaken) return [wrongBase(method, base, writing)];
  return tempering.temperatures ? [tempered(writing)] : [];
}

function wrongBase(method: SamplingMethod, base: string, writing: Writing): SpecProblem {
  const takes = method.flows ? 'uniform' : takesLearned(method) ? 'learned' : 'none';
  const { place, written } = baseOf(writing);
  const others = METHODS.filter(base === 'uniform' ? takesUniform : takesLearned).map(({ name }) => quoted(name));
  return {
    key: 'flow.base',
    expected: `${quoted(takes)} with sampling.method = ${quoted(method.name)}`,
    found: written,
    suggestion: base === 'none' ? quoted(takes) : `sampling.method = ${others.join(' or ')}`,
    place,
  };
}

/** Keys that would look as if they had an influence. */
function withoutFlow(writing: Writing): SpecProblem[] {
  return parametersOf('flow').flatMap(([name]) => {
    const key = spell(name, writing.spelling);
    const given = name === 'base' ? undefined : find(writing, ['flow', key]);
    if (given?.value === undefined) return [];
    const expected = `a flow beside it, with flow.base = "learned" or sampling.method = ${flowing()}`;
    return [{ key: `flow.${key}`, expected, found: 'none', place: given.keyPlace }];
  });
}

const flowing = (): string =>
  METHODS.filter(({ flows }) => flows)
    .map(({ name }) => quoted(name))
    .join(' or ');

/** Each temperature would have a flow of its own, trained with thousands of exact evaluations. */
function tempered(writing: Writing): SpecProblem {
  const { place } = find(writing, ['tempering', 'temperatures'])?.at([]) ?? writing;
  return {
    key: 'tempering.temperatures',
    expected: 'none with a flow, whose proposals do not depend on where a chain is, or little',
    found: 'both',
    note: 'sweep over model.temperature instead',
    place,
  };
}

/** Where it is said what the base is, and what is said. */
function baseOf(writing: Writing): { readonly place: SpecProblem['place']; readonly written: string } {
  const given = find(writing, ['flow', 'base']);
  return given?.at([]) ?? { place: writing.place, written: 'nothing' };
}

const quoted = (name: string): string => JSON.stringify(name);
