/** Every sampler on lattices of your own whose bonds have phases, against quadrature by NumPy: within 4 sigma, with fixed seeds, with bad models too. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createModel } from '../../src/exact/create.ts';
import { createLattice } from '../../src/lattice/create.ts';
import { namedConfiguration } from '../../src/spins/named.ts';
import { grid } from './anisotropic-systems.ts';
import { CLOSED, ELECTRONS, OWN_LATTICES } from './own-lattice-systems.ts';
import { largestPull, runAndCompare } from './pulls.ts';
import { isPossible, UNLEARNED } from './unlearned-samplers.ts';

/** Debian's; other Pythons may have no NumPy. */
const PYTHON = '/usr/bin/python3';
const PROGRAM = fileURLToPath(new URL('../fixtures/averages-of-bonds.py', import.meta.url));
const hasNumpy = spawnSync(PYTHON, ['-c', 'import numpy']).status === 0;

it.skipIf(!hasNumpy)(`the averages are those of NumPy${hasNumpy ? '' : ' (skipped: no NumPy here)'}`, () => {
  const input = JSON.stringify(
    OWN_LATTICES.map(({ model, bonds }) => [model.parameters.lattice.siteCount, bonds, 8, 12]),
  );
  const { stdout, stderr } = spawnSync(PYTHON, [PROGRAM], { input, encoding: 'utf8' });
  expect(stderr).toBe('');
  for (const [s, means] of (JSON.parse(stdout) as number[][]).entries())
    for (const [k, mean] of means.entries()) expect(mean).toBeCloseTo(OWN_LATTICES[s].known[k].mean, 9);
});

const [TRIANGLE] = OWN_LATTICES;

it('and of our own weight on the triangle', () => {
  let total = 0;
  const sums = TRIANGLE.known.map(() => 0);
  for (const { spins, share } of grid(TRIANGLE.model.parameters.lattice, 6, 8)) {
    const logWeight = TRIANGLE.model.logWeight(spins);
    const weight = share * Math.exp(logWeight - 10);
    total += weight;
    for (const [k, value] of TRIANGLE.measure({ spins, logWeight, logImportance: 0 }).entries())
      sums[k] += weight * value;
  }
  for (const [k, { mean }] of TRIANGLE.known.entries()) expect(sums[k] / total).toBeCloseTo(mean, 7);
});

it('a ring that closes across the boundary is the same triangle', () => {
  const closed = createModel({ lattice: createLattice(CLOSED), ...ELECTRONS });
  for (const seed of [1, 2, 3]) {
    const spins = namedConfiguration('random', closed.parameters.lattice, { seed });
    expect(closed.logWeight(spins)).toBeCloseTo(TRIANGLE.model.logWeight(spins), 7);
  }
});

/** Thousands of samples where single spins move, or not all of them. */
const THOUSANDS: Readonly<Record<string, number>> = { local: 50, 'heat bath with overrelaxation, blocks': 60 };

describe.each(OWN_LATTICES)('$name', (system) => {
  it('goes by complex numbers', () => expect(system.model.route).toBe('complex'));

  it.each(Object.keys(UNLEARNED).filter((name) => isPossible(name, system)))('%s', (name) => {
    const samples = 1000 * (THOUSANDS[name] ?? 30);
    const { pulls } = runAndCompare(UNLEARNED[name](system), system, { seed: 12, warmUp: 300, samples });
    expect(largestPull(pulls), JSON.stringify(pulls)).toBeLessThan(4);
    const largestError = Math.max(...pulls.map(({ error }) => error));
    expect(largestError, JSON.stringify(pulls)).toBeLessThan(name.includes('bad') ? 0.015 : 0.006);
  });
});
