import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { benchModel } from '../../src/bench/model.ts';
import { startLapackSamplers } from '../../src/bench/samplers/lapack-samplers.ts';
import { namedConfiguration } from '../../src/spins/named.ts';

const hasNumPy = spawnSync('/usr/bin/python3', ['-c', 'import numpy']).status === 0;

const exact = benchModel(4);
const spins = namedConfiguration('random', exact.parameters.lattice, { seed: 1 });

it.runIf(hasNumPy)('the rival starts with our log W and gradient, and says so when they differ', async () => {
  const lapack = await startLapackSamplers(exact, spins);
  await lapack?.start('same', exact, spins);
  const other = {
    ...exact,
    logWeightAndForce: (at: Float64Array, force: Float64Array) => exact.logWeightAndForce(at, force) + 1e-3,
  };
  await expect(lapack?.start('other', other, spins)).rejects.toThrow("LAPACK's log W or its gradient differs");
  lapack?.close();
});

it.runIf(hasNumPy)('the rival moves: both chains return m_s² after every step', async () => {
  const lapack = await startLapackSamplers(exact, spins);
  await lapack?.start('chain', exact, spins);
  for (const stretch of [
    await lapack?.trajectories('chain', { stepSize: 0.3, steps: 4 }, 0.2),
    await lapack?.sweeps('chain', 1, 0.2),
  ]) {
    const series = Array.from(stretch?.series ?? []);
    expect(series.every((value) => value > 0 && value < 1)).toBe(true);
    expect(new Set(series).size).toBeGreaterThan(series.length / 3);
    expect(stretch?.milliseconds).toBeGreaterThan(0);
  }
  lapack?.close();
});
