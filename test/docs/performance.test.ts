/** The text of docs/performance.md is what its script writes; numbers are of the machine that measured them. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Measured } from '../../scripts/performance/measured.ts';
import { LENGTHS, MODELS } from '../../scripts/performance/models.ts';
import { performancePage } from '../../scripts/performance/page.ts';
import { COMMANDS, LENGTHS as RUN_LENGTHS } from '../../scripts/performance/reading.ts';
import type { BenchResult } from '../../src/bench/bench.ts';

const docs = new URL('../../docs/', import.meta.url);
const page = readFileSync(new URL('performance.md', docs), 'utf8');

/** Every number, with its error where it has one, is the same. */
const withoutNumbers = (text: string) => text.replace(/\d[\d.]*(\(\d[\d.]*\))?/g, '#');

const TASKS = ['log-weight', 'forces', 'inner-chain', 'step', 'measured-step', 'transformer-force'];
const SLOW_TASKS = ['transformer-gradient', 'linear-generation', 'transformer-generation'];
const NAMES = [...TASKS, ...SLOW_TASKS];
const SIZES = [
  [6, 6],
  [16, 16],
  [32, 32],
  [6, 6, 6],
];
const PARTS = ['start-up', 'training', 'choosing', 'sampling', 'report', 'main-job'];

const timed = { route: 'quaternion', engine: 'wasm', ratios: {}, milliseconds: 1 } as const;
const isTimed = (name: string, size: readonly number[]) => name !== 'transformer-generation' || size[0] < 32;

const growth: BenchResult[] = SIZES.flatMap((size) =>
  NAMES.filter((name) => isTimed(name, size)).map((name) => ({ ...timed, part: 'growth', name, size })),
);
const mainJob = PARTS.map((name): BenchResult => {
  return { ...timed, part: 'main-job', name, size: [6, 6], processorMilliseconds: 1 };
});
const exponents = NAMES.flatMap((name) => {
  const one = { name, exponent: 1.5, error: 0.1, sites: [1, 2] as const };
  const square = { ...one, lattice: 'square' };
  return name === 'transformer-generation' ? [square] : [square, { ...one, lattice: 'cubic' }];
});

const measured: Measured = {
  machine: / on (.+); t = J = 1/.exec(page)?.[1] ?? '',
  cores: 2,
  bench: { rivals: {}, results: [...growth, ...mainJob], exponents },
  counted: { square: 1.5, cubic: 2 },
  models: LENGTHS.flatMap((length) =>
    MODELS.map(([words]) => ({ words, length, parameters: 1, force: 1, gradient: 1, logWeight: 1 })),
  ),
  reading: COMMANDS.map((command) => ({ command, seconds: RUN_LENGTHS.map(() => 1) })),
};

it('says what its script writes', () => {
  expect(withoutNumbers(page)).toBe(withoutNumbers(performancePage(measured)));
});

it('has its figures', () => {
  const figures = [...page.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, file]) => file);
  expect(figures).toHaveLength(2);
  expect(figures.filter((file) => !existsSync(new URL(file, docs)))).toEqual([]);
});
