import { expect, it } from 'vitest';
import { spinformer } from './command.ts';

it('times one part alone', () => {
  const { status, stdout } = spinformer(['bench', '--only', 'start-up', '--rounds', '1', '--json']);
  expect(status).toBe(0);
  const [result, ...others] = JSON.parse(stdout).results;
  expect(others).toEqual([]);
  expect(result).toMatchObject({ part: 'start-up', name: 'start-up', route: 'process', engine: 'node', size: [0, 0] });
  expect(result.milliseconds).toBeGreaterThan(0);
  expect(Object.keys(result.ratios)).toEqual(['node']);
});

it.each([
  [['--only', 'everything'], 'engine, transformer, flows, samplers, start-up, growth, main-job'],
  [['--only', 'start-up', '--figure', 'growth.svg'], 'expected growth among the parts, found start-up'],
  [['--only', 'growth', '--figure', '-', '--json'], 'expected --json or a figure on standard output, found both'],
  [['--sizes', '4,5'], 'Lengths must be even'],
])('refuses %j', (choices, complaint) => {
  const { status, stderr } = spinformer(['bench', ...choices]);
  expect(status).toBe(2);
  expect(stderr).toContain(complaint);
});
