/** What [tempering] and [model] must agree about, and the specs of the temperatures of a ladder. */
import { methodNamed } from '../sampling/samplers/methods.ts';
import { MOST_TEMPERATURES } from './ladder.ts';
import { provenance } from './sections.ts';
import type { Spec, Tempering } from './shape.ts';
import type { SpecProblem } from './spec-error.ts';
import { spell } from './spelling.ts';
import { find, type Given, type Writing } from './writing.ts';

/** The checked values of [tempering]; without temperatures where they were refused or left out. */
export type CheckedTempering = Partial<Tempering>;

/** Temperatures that are no ladder, and two places that say at which temperature to sample. */
export function temperingProblems(
  { temperatures, exchangeEvery }: CheckedTempering,
  sampling: Partial<Spec['sampling']>,
  writing: Writing,
): SpecProblem[] {
  const given = find(writing, ['tempering', 'temperatures']);
  if (!given) return withoutTemperatures(writing);
  if (!temperatures) return [];
  return [
    ...countProblems(temperatures, given),
    ...orderProblems(temperatures, given),
    ...bothGiven(temperatures, writing),
    ...fillingGiven(writing),
    ...independentSamples(sampling, writing),
    ...neverExchanged(exchangeEvery, sampling, writing),
  ];
}

function withoutTemperatures(writing: Writing): SpecProblem[] {
  const every = find(writing, ['tempering', spell('exchangeEvery', writing.spelling)]);
  const place = every?.keyPlace ?? writing.tables.get('tempering');
  if (!place) return [];
  const expected = 'the temperatures of a ladder, as in temperatures = [0.05, 0.07, 0.1]';
  return [{ key: 'tempering.temperatures', expected, found: 'nothing', place }];
}

function countProblems(temperatures: readonly number[], given: Given): SpecProblem[] {
  if (temperatures.length >= 2 && temperatures.length <= MOST_TEMPERATURES) return [];
  const { place } = given.at([]);
  const expected = `2 to ${MOST_TEMPERATURES} temperatures`;
  const note = temperatures.length === 1 ? 'one temperature is what model.temperature is for' : undefined;
  return [{ key: given.path.join('.'), expected, found: String(temperatures.length), note, place }];
}

function orderProblems(temperatures: readonly number[], given: Given): SpecProblem[] {
  const wrong = temperatures.findIndex((temperature, k) => k > 0 && temperature <= temperatures[k - 1]);
  if (wrong < 0) return [];
  const { place, written } = given.at(Array.isArray(given.value) ? [wrong] : []);
  const sorted = [...new Set(temperatures)].sort((a, b) => a - b);
  const suggestion = Array.isArray(given.value) && sorted.length > 1 ? `[${sorted.join(', ')}]` : undefined;
  const expected = 'temperatures in ascending order, no two the same';
  return [{ key: given.path.join('.'), expected, found: written, suggestion, place }];
}

/** A chain that ends before its first exchange. */
function neverExchanged(
  every: number | undefined,
  { warmUp, samples }: Partial<Spec['sampling']>,
  writing: Writing,
): SpecProblem[] {
  const given = find(writing, ['tempering', spell('exchangeEvery', writing.spelling)]);
  if (!given || every === undefined || warmUp === undefined || samples === undefined) return [];
  if (every <= warmUp + samples) return [];
  const { place, written } = given.at([]);
  const expected = `at most the ${warmUp + samples} steps of a chain, which otherwise exchanges nothing`;
  return [{ key: given.path.join('.'), expected, found: written, place }];
}

/** A temperature beside the ladder, whatever it is: it would look as if it had an influence. A spec that is resolved already has the lowest one in [model] too. */
function bothGiven([lowest]: readonly number[], writing: Writing): SpecProblem[] {
  const model = find(writing, ['model', 'temperature']);
  if (!model || (isResolved(writing) && model.value === lowest)) return [];
  const expected = 'no temperature beside tempering.temperatures, which has all of them';
  return [{ key: 'model.temperature', expected, found: 'both', place: model.keyPlace }];
}

/** Objects are taken for resolved, since nothing tells them apart; a resolved.toml says which run it is of. */
const isResolved = ({ spelling, tables }: Writing): boolean =>
  spelling === 'camelCase' || tables.has(provenance.section);

/** At a filling each temperature has a chemical potential of its own, to be found before the chains are made that would go through all of them. */
function fillingGiven(writing: Writing): SpecProblem[] {
  const filling = find(writing, ['model', 'filling']);
  if (filling?.value === undefined) return [];
  const { place, written } = filling.at([]);
  const expected = `model.${spell('chemicalPotential', writing.spelling)} with [tempering], whose temperatures each have another one at a filling`;
  return [{ key: 'model.filling', expected, found: written, note: 'sweep over model.temperature instead', place }];
}

/** Steps that begin anew forget at once what an exchange has brought. */
function independentSamples({ method }: Partial<Spec['sampling']>, writing: Writing): SpecProblem[] {
  const given = find(writing, ['sampling', 'method']);
  if (!given || method === undefined || !methodNamed(method).independent) return [];
  const { place, written } = given.at([]);
  const expected = 'a Markov chain with [tempering], whose replicas exchange their configurations';
  return [{ key: 'sampling.method', expected, found: written, note: 'sweep over model.temperature instead', place }];
}

/** The spec with its ladder, whose lowest temperature is that of the model; the one without where it has none. */
export function withLadder<S extends Pick<Spec, 'model'>>({
  tempering: { temperatures, exchangeEvery = 1 },
  ...spec
}: S & { readonly tempering: CheckedTempering }): Omit<S, 'tempering'> & Pick<Spec, 'tempering'> {
  if (!temperatures) return spec;
  const [temperature] = temperatures;
  return { ...spec, model: { ...spec.model, temperature }, tempering: { temperatures, exchangeEvery } };
}

/** The specs of the temperatures of a ladder, ascending: each that of a chain which is not tempered. None without a ladder. */
export function rungSpecs({ tempering, ...spec }: Spec): Spec[] {
  const temperatures = tempering?.temperatures ?? [];
  return temperatures.map((temperature) => ({ ...spec, model: { ...spec.model, temperature } }));
}
