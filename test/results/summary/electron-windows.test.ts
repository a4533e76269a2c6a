/** Runs that measure electrons in a part of the samples. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { estimateObservables, type Run, readSeries, runSpec } from '../../../src/run.ts';
import type { Estimate } from '../../../src/statistics/estimate.ts';

const folder = mkdtempSync(join(tmpdir(), 'spinformer-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Learned from few evaluations: a bad model. */
const run = (method: string, every: number | 'auto', samples: number): Promise<Run> =>
  runSpec(
    {
      lattice: { size: [4, 4] },
      model: { temperature: 0.1 },
      effective: { kind: 'linear', shells: 1 },
      training: { exactEvaluations: 60 },
      sampling: { method, electronsEvery: every, samples, warmUp: 101, chains: 2, proposal: 'decorrelated' },
    } as never,
    { directory: join(folder, `${method}-${every}-${samples}`) },
  );

const ELECTRONS = ['energyPerSite', 'energyFluctuationPerSite', 'numberFluctuationPerSite', 'grandEnergyPerSite2'];

const reference = JSON.parse(readFileSync(new URL('../../fixtures/ensembles-4x4.json', import.meta.url), 'utf8'))
  .ensembles['T=0.1'];

function numbers(estimate: Estimate): { mean: number; error: number } {
  if (estimate.kind === 'insufficient') throw new Error('expected an estimate');
  return estimate;
}

describe.each(['reweighting', 'self-learning'])('%s', (method) => {
  it('has the averages of the reference, those of fluctuations too, within 4 sigma', async () => {
    const estimates = estimateObservables(await run(method, 'auto', 20000));
    for (const name of ['energyPerSite', 'specificHeatPerSite', 'staggeredMagnetization2']) {
      const { mean, error } = numbers(estimates[name]);
      const exact = reference[name];
      expect(Math.abs(mean - exact.mean) / Math.hypot(error, exact.error), name).toBeLessThan(4);
      expect(error / Math.abs(mean), name).toBeLessThan(0.03);
    }
  });

  it('agrees with a run of the same chain that measures all', async () => {
    const [all, some] = [await run(method, 1, 4000), await run(method, 5, 4000)].map((one) => estimateObservables(one));
    for (const name of [...ELECTRONS, 'specificHeatPerSite', 'compressibility']) {
      const [whole, part] = [numbers(all[name]), numbers(some[name])];
      expect(Math.abs(whole.mean - part.mean) / part.error, name).toBeLessThan(1);
      expect(part.error / whole.error, name).toBeLessThan(1.4);
    }
  });

  it('stores what a run stores that measures all, and leaves the rest out', async () => {
    const [all, some] = [await run(method, 1, 300), await run(method, 5, 300)].map(readSeries);
    const left = new Set(['energyPerSite', 'density', 'density2', 'grandEnergyPerSite', ...ELECTRONS]);
    for (const name of all.names) {
      const [expected, found] = [all.of(name), some.of(name)].map((chains) => chains.map((chain) => [...chain]));
      const gaps = expected.map((chain) =>
        chain.map((value, k) => (k % 5 === 4 || !left.has(name) ? value : Number.NaN)),
      );
      expect(found, name).toEqual(gaps);
    }
  });
});

it('tells the energy along the way, from the samples that have one', async () => {
  const told: unknown[] = [];
  const spec = {
    lattice: { size: [4, 4] },
    model: { temperature: 0.1 },
    effective: { kind: 'linear' },
    training: { exactEvaluations: 60 },
    sampling: { electronsEvery: 4, samples: 2000, chains: 1 },
  } as const;
  const onEvent = (event: object) => 'estimate' in event && told.push(event.estimate);
  await runSpec(spec, { directory: join(folder, 'told'), onEvent });
  expect(told.at(-1)).toMatchObject({ name: 'energyPerSite', mean: expect.closeTo(-1.64, 1) });
});

it('has no averages over the electrons before they are measured once', async () => {
  const estimates = estimateObservables(await run('reweighting', 50, 20));
  expect(estimates.energyPerSite).toEqual({ kind: 'insufficient', samples: 40, tau: 0.5, needed: 41 });
  expect(estimates.specificHeatPerSite.kind).toBe('insufficient');
  expect(estimates.magnetization2).toHaveProperty('samples');
});
