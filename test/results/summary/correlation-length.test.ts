/** The correlation length of real runs: the classical Heisenberg chain, in closed form. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { summarise } from '../../../src/results/summary/summary.ts';
import { finishedRun } from '../export/finished-run.ts';

const folder = mkdtempSync(join(tmpdir(), 'spinformer-correlation-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** ⟨S_0·S_r⟩ = u^r with u = coth K − 1/K, K = J/T: M. E. Fisher, Am. J. Phys. 32, 343 (1964). So S(0)/S(q) = 1 + 4 sin²(q/2) u/(1 − u)², on a ring that is long against ξ: u¹⁰ is 10⁻⁵. */
const u = 1 / Math.tanh(1) - 1;
const exact = Math.sqrt(u) / (1 - u);

describe.each([
  ['ferromagnetic', -1, 'binderRatio'],
  ['antiferromagnetic', 1, 'staggeredBinderRatio'],
])('a %s ring of 10 spins at T = 1', (name, exchange, binder) => {
  const model = ['model.hopping=[0]', 'model.coupling=0', `model.exchange=[${exchange}]`, 'model.temperature=1'];
  const lattice = ['lattice.kind="chain"', 'lattice.size=[10]'];
  const sampling = ['sampling.method="hmc"', 'sampling.samples=4000', 'sampling.warm_up=100'];
  const { observables } = summarise(finishedRun(join(folder, name), [...lattice, ...model, ...sampling]));

  it('has ξ = √u/(1 − u), within four standard deviations', () => {
    const { correlationLength: estimate, correlationLengthRatio: ratio } = observables;
    if (estimate.kind !== 'estimate' || ratio.kind !== 'estimate') throw new Error('no estimate');
    expect(Math.abs(estimate.mean - exact)).toBeLessThan(4 * estimate.error);
    expect(estimate.error).toBeLessThan(0.05 * exact);
    expect(ratio.mean).toBeCloseTo(estimate.mean / 10, 12);
  });

  it('has the Binder ratio of its order', () => {
    const { [binder]: expected, leadingBinderRatio: found } = observables;
    if (expected.kind !== 'estimate' || found.kind !== 'estimate') throw new Error('no estimate');
    expect(found.mean).toBeCloseTo(expected.mean, 9);
    expect(found.error).toBeCloseTo(expected.error, 6);
  });
});
