/** Every sampler on spins with anisotropies and with disorder, against quadrature: within 4 sigma, with fixed seeds, with good learned models and with deliberately bad ones. */
import { describe, expect, it } from 'vitest';
import type { LinearModel } from '../../src/effective/linear.ts';
import type { LocalFieldModel } from '../../src/sampling/inner/heat-bath.ts';
import { heatBathKernel } from '../../src/sampling/inner/heat-bath-kernel.ts';
import { selfLearningSampler } from '../../src/sampling/samplers/self-learning.ts';
import {
  ALIKE,
  ANISOTROPIC,
  LOG_MEANS,
  MEANS,
  MISSING,
  PAIR,
  quadrature,
  TRIANGLE,
  VACANCY,
} from './anisotropic-systems.ts';
import { largestPull, runAndCompare } from './pulls.ts';
import { isPossible, linear, temperatureOf, UNLEARNED } from './unlearned-samplers.ts';

it('the averages are those of the quadrature', () => {
  const compare = (name: keyof typeof MEANS, found: ReturnType<typeof quadrature>, digits: number) => {
    for (const [k, mean] of found.means.entries()) expect(mean).toBeCloseTo(MEANS[name][k], digits);
    if (name in LOG_MEANS) expect(found.logMean).toBeCloseTo(LOG_MEANS[name as keyof typeof LOG_MEANS], digits);
  };
  const two = { pair: PAIR, alike: ALIKE, missing: MISSING };
  for (const [name, lattice] of Object.entries(two)) compare(name as keyof typeof two, quadrature(lattice, 16, 24), 8);
  const three = { triangle: TRIANGLE, vacancy: VACANCY };
  for (const [name, lattice] of Object.entries(three))
    compare(name as keyof typeof three, quadrature(lattice, 8, 12), 5);
});

/** Thousands of samples where single spins move, or not all of them. */
const THOUSANDS: Readonly<Record<string, number>> = { local: 50, 'heat bath with overrelaxation, blocks': 60 };

describe.each(ANISOTROPIC)('$name', (system) => {
  it.each(Object.keys(UNLEARNED).filter((name) => isPossible(name, system)))('%s', (name) => {
    const samples = 1000 * (THOUSANDS[name] ?? 30);
    const { pulls } = runAndCompare(UNLEARNED[name](system), system, { seed: 11, warmUp: 300, samples });
    expect(largestPull(pulls), JSON.stringify(pulls)).toBeLessThan(4);
    const largestError = Math.max(...pulls.map(({ error }) => error));
    expect(largestError, JSON.stringify(pulls)).toBeLessThan(name.includes('bad') ? 0.015 : 0.006);
  });
});

it('a heat bath that forgets what is not linear in a spin is found out', () => {
  const [system] = ANISOTROPIC;
  const { quadratic: _, ...forgetful } = linear(system) as LinearModel & LocalFieldModel;
  const kernel = heatBathKernel(forgetful, temperatureOf(system), { sweeps: 1 }, 'typescript');
  const sampler = selfLearningSampler(system.model, kernel);
  const { pulls } = runAndCompare(sampler, system, { seed: 11, warmUp: 300, samples: 30000 });
  expect(largestPull(pulls)).toBeGreaterThan(8);
});
