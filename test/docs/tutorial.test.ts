/** The tutorial quotes the output that it shows. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (path: string): string => readFileSync(new URL(`../../docs/guide/${path}`, import.meta.url), 'utf8');
const tutorial = read('tutorial.md');
const printed = read('output/run.txt');

it('quotes estimates of its table', () => {
  const estimates = tutorial.match(/-?\d+\.\d+\(\d+\)/g) ?? [];
  expect(estimates.length).toBeGreaterThan(0);
  expect(estimates.filter((estimate) => !printed.includes(estimate))).toEqual([]);
});

it('has the numbers of the table in its JSON too', () => {
  const [, mean, effectiveSamples] = /"mean": (\S+),.*"effectiveSamples": (\d+)/.exec(tutorial) ?? [];
  expect(printed).toMatch(new RegExp(`^energyPerSite +${mean}\\(\\d+\\) +\\S+ +${effectiveSamples} `, 'm'));
  const [, evaluations] = /"exactEvaluations": (\d+)/.exec(tutorial) ?? [];
  expect(printed).toMatch(new RegExp(`^exact evaluations +${evaluations}$`, 'm'));
});
