/** Every sampler reproduces the averages of systems whose averages are known, at 4 sigma with fixed seeds. */
import { describe, expect, it } from 'vitest';
import { largestPull, runAndCompare } from './pulls.ts';
import { SAMPLERS } from './samplers.ts';
import { doubleBonds, fourByFour, twoSites } from './systems.ts';

/** Samples, and the largest standard deviation of any mean allowed: a comparison with large errors would prove nothing. */
const CASES = [
  { system: twoSites(20), samples: 60_000, largestError: 0.004 },
  { system: twoSites(5), samples: 60_000, largestError: 0.005 },
  { system: doubleBonds(), samples: 30_000, largestError: 0.004 },
  { system: fourByFour(0.1), samples: 15_000, largestError: 0.004 },
];

describe.each(CASES)('$system.name', ({ system, samples, largestError }) => {
  it.each(Object.keys(SAMPLERS))('%s', (name) => {
    const { pulls, record } = runAndCompare(SAMPLERS[name](system), system, { seed: 11, warmUp: 500, samples });
    expect(largestPull(pulls), JSON.stringify(pulls)).toBeLessThan(4);
    const isBad = name.includes('bad');
    expect(Math.max(...pulls.map(({ error }) => error))).toBeLessThan((isBad ? 2 : 1) * largestError);
    if (isBad) expect(record.totals.accepted / record.totals.proposed).toBeLessThan(0.6);
  });
});
