/** What breaks exactness silently is found by comparisons like those of exactness.test.ts: each mistake, made on purpose, is many sigma away. */
import { describe, expect, it } from 'vitest';
import { BROKEN, MENDED, trapSystem, WARM_UP } from './broken.ts';
import { largestPull, runAndCompare } from './pulls.ts';

const RUN = { seed: 7, warmUp: WARM_UP, samples: 200_000 };

const SYSTEM = trapSystem();

describe('caught', () => {
  it.each(Object.keys(BROKEN))('%s', (name) => {
    expect(largestPull(runAndCompare(BROKEN[name](SYSTEM), SYSTEM, RUN).pulls)).toBeGreaterThan(10);
  });
});

describe('exact', () => {
  it.each(Object.keys(MENDED))('%s', (name) => {
    expect(largestPull(runAndCompare(MENDED[name](SYSTEM), SYSTEM, RUN).pulls)).toBeLessThan(4);
  });
});
