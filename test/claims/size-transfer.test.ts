/** The transfer of a model: the task on lattices of a few sites, and verdicts from numbers that are written down. */
import { expect, it } from 'vitest';
import { sizeTransfer as target } from '../../claims/size-transfer/target.ts';
import { sizeTransfer, type TransferTask } from '../../claims/workshop/tasks/size-transfer.ts';
import { cannedWorkshop, fitted, verdictsOf } from './canned.ts';

const spec = (size: number) => ({ lattice: { size: [size, size] }, model: { temperature: 0.2 } });

it('moves a model, refits it within the budget, and fits a linear one beside it', () => {
  const [home, away] = sizeTransfer({
    specs: [spec(2), spec(4)],
    samples: 60,
    budget: 60,
    testSamples: 60,
    proposals: 40,
    choice: { kind: 'transformer', shells: 2, blocks: 1, normalised: true },
    method: 'levenberg-marquardt',
    seed: 1,
    starts: 1,
  });
  expect([home.siteCount, away.siteCount]).toEqual([4, 16]);
  expect(home.unchanged.error).toBeLessThan(0.01);
  expect(away.refitted.error).toBeLessThan(away.unchanged.error);
  for (const { refitted, linear } of [home, away]) {
    expect(refitted.exactEvaluations).toBeLessThanOrEqual(60);
    expect(linear.exactEvaluations).toBeLessThanOrEqual(60);
    expect(refitted.acceptance?.value).toBeGreaterThan(0.5);
  }
});

/** A workshop with the acceptances at every size but the first. */
const measured = (rates: { unchanged: number; refitted: number; linear: number; plain: number }) =>
  cannedWorkshop({
    'size-transfer': ({ choice, specs }: TransferTask) =>
      specs.map((_, k) => {
        const isPlain = !('normalised' in choice) && !('window' in choice);
        const away = { ...rates, ...(isPlain ? { unchanged: rates.plain } : {}) };
        const rate = (way: 'unchanged' | 'refitted' | 'linear') => ({
          ...fitted(0.3, k === 0 ? 0.7 : away[way]),
          exactEvaluations: 200,
        });
        return { siteCount: 36, unchanged: rate('unchanged'), refitted: rate('refitted'), linear: rate('linear') };
      }),
  });

it.each([
  [{ unchanged: 0.7, refitted: 0.9, linear: 0.5, plain: 0.1 }, ['holds', 'holds', 'holds', 'holds']],
  [{ unchanged: 0.3, refitted: 0.1, linear: 0.6, plain: 0.5 }, Array(4).fill('does not hold')],
  [{ unchanged: 0.3, refitted: 0.3, linear: 0.3, plain: 0.3 }, ['holds', 'undecided', 'undecided', 'undecided']],
])('decides by the numbers: %o', async (rates, verdicts) => {
  const found = await verdictsOf(target, measured(rates));
  expect([...found.values()]).toEqual(verdicts);
});
