/** log Z, free energy and entropy in the reports of runs: against quadrature where weights are absolute, nowhere else. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Run, runSpec, summariseRun } from '../../../src/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'spinformer-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** 2 × 2 sites at β = 5. */
const run = (method: string, sampling: object): Promise<Run> =>
  runSpec(
    {
      lattice: { size: [2, 2] },
      model: { temperature: 0.2 },
      effective: { kind: 'linear' },
      training: { exactEvaluations: 60 },
      sampling: { method, chains: 2, warmUp: 0, ...sampling },
    } as never,
    { directory: join(folder, `${method}-${JSON.stringify(sampling).replaceAll(/\W+/g, '-')}`) },
  );

/** log of the mean weight and energy per site: test/exact/quadrature.test.ts. */
const LOG_MEAN = 44.5993693511;
const ENERGY = -2.153307906;
const LOG_AREA = Math.log(4 * Math.PI);
const EXACT = {
  logPartitionFunction: LOG_MEAN + 4 * LOG_AREA,
  freeEnergyPerSite: -0.2 * (LOG_MEAN / 4 + LOG_AREA),
  entropyPerSite: LOG_MEAN / 4 + LOG_AREA + 5 * ENERGY,
};
const NAMES = Object.keys(EXACT) as (keyof typeof EXACT)[];

describe.each([
  ['electrons measured in every sample', { samples: 4000 }],
  ['electrons measured in every third sample', { samples: 4000, electronsEvery: 3 }],
])('annealed, %s', (_, sampling) => {
  it('agrees with quadrature', async () => {
    const { observables, thermalisation, cost } = summariseRun(await run('annealed', sampling));
    for (const name of NAMES) {
      const { mean, error } = observables[name] as { mean: number; error: number };
      expect(error, name).toBeGreaterThan(0);
      expect(error, name).toBeLessThan(0.005);
      expect(Math.abs(mean - EXACT[name]) / error, name).toBeLessThan(4);
    }
    expect(thermalisation).toMatchObject({ verdict: 'agree', warnings: [] });
    expect(cost.exactEvaluations - cost.trials.exactEvaluations).toBe(8000);
  });
});

it('says how many samples are missing, and makes nothing up', async () => {
  const { observables } = summariseRun(await run('annealed', { samples: 10 }));
  for (const name of NAMES) expect(observables[name]).toMatchObject({ mean: null, error: null });
});

it.each(['reweighting', 'self-learning'])('is unknown with %s', async (method) => {
  const { observables } = summariseRun(await run(method, { samples: 200 }));
  expect(observables).toHaveProperty('energyPerSite');
  for (const name of NAMES) expect(observables).not.toHaveProperty(name);
});
