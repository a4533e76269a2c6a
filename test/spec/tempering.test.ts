import { describe, expect, it } from 'vitest';
import { parseSpec, resolveSpec } from '../../src/spec/spec.ts';
import { rungSpecs } from '../../src/spec/tempering.ts';

const parsed = (text: string) => parseSpec(`lattice.size = [4, 4]\n${text}`, 'spec.toml');

describe('[tempering]', () => {
  it('takes a list, whose lowest temperature becomes that of the model', () => {
    const spec = parsed('tempering.temperatures = [0.05, 0.1, 0.2]');
    expect(spec.tempering).toEqual({ temperatures: [0.05, 0.1, 0.2], exchangeEvery: 1 });
    expect(spec.model.temperature).toBe(0.05);
  });

  it.each([
    ['linear', '', [0.02, 0.04, 0.06, 0.08]],
    ['geometric', ', spacing = "geometric"', [0.02, 0.0317480210394, 0.0503968419958, 0.08]],
  ])('takes a %s range', (_, spacing, temperatures) => {
    const text = `[tempering]\ntemperatures = { from = 0.02, to = 0.08, count = 4${spacing} }`;
    expect(parsed(text).tempering?.temperatures).toEqual(temperatures);
  });

  it('is left out of a spec without it, so that such a spec stays what it was', () => {
    expect(parsed('')).not.toHaveProperty('tempering');
  });

  it('comes through being resolved again, as from the file of a run', () => {
    const spec = parsed('tempering = { temperatures = [0.05, 0.1], exchange_every = 3 }');
    expect(resolveSpec(spec)).toEqual(spec);
  });

  it('has the spec of every temperature, which is that of a single run', () => {
    const spec = parsed('tempering.temperatures = [0.05, 0.1]');
    expect(rungSpecs(spec)).toEqual([0.05, 0.1].map((temperature) => parsed(`model.temperature = ${temperature}`)));
  });
});

/** Mistakes, with what the message must say. */
const MISTAKES = [
  ['temperatures = [0.1, 0.05]', 'temperatures = [0.1, 0.05]', 3, 'did you mean [0.05, 0.1]?'],
  ['two that are the same', 'temperatures = [0.1, 0.1]', 3, 'ascending order, no two the same, found 0.1'],
  ['a single one in a list', 'temperatures = [0.1]', 3, 'one temperature is what model.temperature is for'],
  ['a lone number', 'temperatures = 0.1', 3, 'expected a list of temperatures'],
  ['none at all', 'temperatures = []', 3, 'expected 2 to 1000 temperatures, found 0'],
  ['zero', 'temperatures = [0, 0.1]', 3, 'expected a number greater than 0, found 0'],
  ['words', 'temperatures = ["cold", 0.1]', 3, 'expected a list of temperatures'],
  ['infinity', 'temperatures = [0.1, inf]', 3, 'expected a list of temperatures'],
  ['a range that descends', 'temperatures = { from = 0.2, to = 0.1, count = 3 }', 3, 'ascending order'],
  [
    'a range without count',
    'temperatures = { from = 0.1, to = 0.2 }',
    3,
    'expected a count of temperatures from 2 to 1000',
  ],
  [
    'a range with the key of a sweep',
    'temperatures = { from = 0.1, to = 0.2, points = 3 }',
    3,
    'a count of temperatures',
  ],
  [
    'a range with one key too many',
    'temperatures = { from = 0.1, to = 0.2, count = 3, step = 0.1 }',
    3,
    '"geometric" and without step, found',
  ],
  [
    'a range that begins below zero',
    'temperatures = { from = -0.1, to = 0.2, count = 3 }',
    3,
    'greater than 0 as from',
  ],
  ['a range without an end', 'temperatures = { from = 0.1, count = 3 }', 3, 'a number greater than 0 as to'],
  ['half a temperature', 'temperatures = { from = 0.1, to = 0.2, count = 2.5 }', 3, 'a count of temperatures'],

  ['a range of one', 'temperatures = { from = 0.1, to = 0.2, count = 1 }', 3, 'a count of temperatures from 2 to 1000'],
  ['far too many', 'temperatures = { from = 0.1, to = 0.2, count = 1000000 }', 3, 'from 2 to 1000'],
  [
    'an unknown spacing',
    'temperatures = { from = 0.1, to = 0.2, count = 3, spacing = "log" }',
    3,
    '"geometric" as spacing',
  ],
  ['nothing', '', 2, 'expected the temperatures of a ladder'],
  ['the interval alone', 'exchange_every = 2', 3, 'expected the temperatures of a ladder'],
  ['no exchange', 'temperatures = [0.1, 0.2]\nexchange_every = 0', 4, 'expected a whole number, 1 or more, found 0'],
  [
    'no exchange before the end',
    'temperatures = [0.1, 0.2]\nexchange_every = 1000\n[sampling]\nsamples = 700\nwarm_up = 299',
    4,
    'expected at most the 999 steps of a chain, which otherwise exchanges nothing, found 1000',
  ],
  ['a slip', 'temperature = [0.1, 0.2]', 3, 'found the unknown key temperature'],
  [
    'a model with a temperature',
    'temperatures = [0.1, 0.2]\n[model]\ntemperature = 0.3',
    5,
    'no temperature beside tempering.temperatures',
  ],
  [
    'a model with the lowest temperature',
    'temperatures = [0.1, 0.2]\n[model]\ntemperature = 0.1',
    5,
    'no temperature beside tempering.temperatures',
  ],
  ['a range with points', 'temperatures = { from = 0.1, to = 0.2, points = 3 }', 3, 'did you mean count?'],
  ['a range with a start', 'temperatures = { start = 0.1, to = 0.2, count = 3 }', 3, 'did you mean from?'],
] as const;

describe('mistakes', () => {
  it.each(MISTAKES)('%s', (_, text, line, words) => {
    const message = messageOf(`[tempering]\n${text}`);
    expect(message).toContain(words);
    expect(message).toContain(`spec.toml:${line}:`);
  });
});

function messageOf(text: string): string {
  try {
    parsed(text);
  } catch (error) {
    return (error as Error).message;
  }
  return 'no mistake was found';
}
