/** A validation goes on where it ended, with the numbers of one that nobody interrupted. */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../store/example.ts';
import { openState, type State } from './state.ts';
import { validate } from './validate.ts';

const EFFORT = { seeds: 3, shorter: 200, only: 'two sites, β = 5', broken: false };

const newFile = () => join(temporaryFolder(), 'validation', 'state.jsonl');

async function numbers(state: State, workers = 2) {
  const shown: string[] = [];
  const { compared, failed } = await validate(EFFORT, state, workers, ({ sampler }) => shown.push(sampler));
  return { comparisons: compared.map(({ comparisons }) => comparisons), failed, shown };
}

it('computes the same with 1 worker and with 2, and nothing twice', async () => {
  const [one, two] = [newFile(), newFile()];
  const expected = await numbers(openState(one), 1);
  expect(expected.shown.length).toBeGreaterThan(5);
  expect(await numbers(openState(two), 2)).toEqual(expected);
  const [lines, others] = [one, two].map((file) => readFileSync(file, 'utf8').split('\n').toSorted());
  expect(lines.length).toBe(3 * expected.shown.length + 1);
  expect(others).toEqual(lines);
  expect(await numbers(openState(one))).toEqual(expected);
  expect(readFileSync(one, 'utf8').split('\n').toSorted()).toEqual(lines);
});

it('goes on after a kill, which may have left half a line', async () => {
  const file = newFile();
  const expected = await numbers(openState(file));
  const text = readFileSync(file, 'utf8');
  for (const part of [0.3, 0.6, 0.95]) {
    writeFileSync(file, text.slice(0, Math.floor(part * text.length)));
    expect(await numbers(openState(file))).toEqual(expected);
  }
});

it('does not mix other lengths', async () => {
  const file = newFile();
  const expected = await numbers(openState(newFile()));
  await validate({ ...EFFORT, shorter: 300 }, openState(file), 2, () => {});
  expect(await numbers(openState(file))).toEqual(expected);
});

it('says which line is damaged', () => {
  const file = newFile();
  openState(file).put('a', [[1, 2]]);
  appendFileSync(file, 'garbage\n');
  expect(() => openState(file)).toThrow(`${file}:2: expected a result of a validation`);
});

it('keeps doubles to the bit, and knows what is not a number', () => {
  const file = newFile();
  openState(file).put('a', [0.1 + 0.2, Number.NaN]);
  expect(openState(file).get('a')).toEqual([0.1 + 0.2, null]);
});
