/** The tutorials quote the output that they show. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const guide = new URL('../../docs/guide/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, guide), 'utf8');
const tutorial = read('tutorial.md');
const printed = read('output/run.txt');

/** Estimates with an error in brackets. */
const estimatesOf = (text: string): string[] => text.match(/-?\d+\.\d+\(\d+\)/g) ?? [];

it('quotes estimates of its table', () => {
  const estimates = estimatesOf(tutorial);
  expect(estimates.length).toBeGreaterThan(0);
  expect(estimates.filter((estimate) => !printed.includes(estimate))).toEqual([]);
});

it('has the numbers of the table in its JSON too', () => {
  const [, mean, effectiveSamples] = /"mean": (\S+),.*"effectiveSamples": (\d+)/.exec(tutorial) ?? [];
  expect(printed).toMatch(new RegExp(`^energyPerSite +${mean}\\(\\d+\\) +\\S+ +${effectiveSamples} `, 'm'));
  const [, evaluations] = /"exactEvaluations": (\d+)/.exec(tutorial) ?? [];
  expect(printed).toMatch(new RegExp(`^exact evaluations +${evaluations}$`, 'm'));
});

const ofStudy = read('study-tutorial.md');

it('quotes crossings and exponents of the study', () => {
  const printed = ['tables', 'crossings', 'scaling'].map((name) => read(`output/study-${name}.txt`)).join('');
  // A link has what another page says.
  const estimates = estimatesOf(ofStudy.replaceAll(/\[[^\]]*\]\([^)]*\)/g, ''));
  expect(estimates.length).toBeGreaterThan(2);
  expect(estimates.filter((estimate) => !printed.includes(estimate))).toEqual([]);
});

it.each([
  ['tutorial', tutorial],
  ['study-tutorial', ofStudy],
])('%s: shows output and pictures that there are', (_, text) => {
  const shown = [...text.matchAll(/^<<< (\S+)\{|^!\[.*\]\((\S+)\)$/gm)].map(([, output, picture]) => output ?? picture);
  expect(shown.length).toBeGreaterThan(5);
  expect(shown.filter((path) => !existsSync(new URL(path, guide)))).toEqual([]);
});

it('leaves no output that no tutorial shows', () => {
  const files = readdirSync(new URL('output/', guide));
  expect(files.filter((file) => !`${tutorial}${ofStudy}`.includes(`./output/${file}{`))).toEqual([]);
});
