/** The page of a validation: numbers, names, and a verdict that follows from them. */
import { expect, it } from 'vitest';
import { twoSites } from '../sampling/systems.ts';
import { compare, type Estimate } from './comparison.ts';
import { validationPage } from './page.ts';
import { judged } from './validate.ts';

const PROGRAM = { version: '0.1.0', sources: '0123456789abcdef', commit: 'f00d', isChanged: false };
const EFFORT = { seeds: 3, shorter: 1, only: '', broken: false };
const SURVIVED = [{ what: 'small chains', survived: true }];

const page = (means: readonly number[], killed = SURVIVED, program = PROGRAM) => {
  const system = twoSites(5);
  const chains = means.map((mean): Estimate[] => [{ mean, error: 0.01 }]);
  const comparisons = compare(system.known, chains);
  const compared = { sampler: 'local', system, samples: 1000, comparisons, estimates: () => [] };
  return validationPage(judged(EFFORT, [compared]), killed, program);
};

const SOUND = [-0.1764, -0.1664, -0.1564];

it('passes', () => {
  const text = page(SOUND);
  expect(text).toContain('**Verdict: passed.** 0 of 1 quantities failed');
  expect(text).toContain('| program | spinformer 0.1.0, commit f00d |');
  expect(text).toContain('| seeds | 101 to 103, one chain each |');
  expect(text).toContain('| local | 0.00 | – |');
  expect(text).toContain('| two sites, β = 5 | 1000 | S_1·S_2 | -0.00 | 1.0 | S_1·S_2 | 1.00 | 0.74 |');
  expect(text).toContain('| small chains | 50 | yes |');
});

it('fails by a pull, by what is not a number, by a kill', () => {
  expect(page([0.2, 0.2, 0.21])).toMatch(/Verdict: failed.*\* failed: local, two sites, β = 5: S_1·S_2/s);
  expect(page([0.2, Number.NaN, 0.21])).toContain('Verdict: failed');
  expect(page(SOUND, [{ what: 'small chains', survived: false }])).toContain('Verdict: failed');
});

it('says when sources are not those of the commit', () => {
  expect(page(SOUND, SURVIVED, { ...PROGRAM, isChanged: true })).toContain(
    'commit f00d with changes that are not committed',
  );
});
