/** The time per step of real runs: positive where there is work. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { stepTimes } from '../../claims/workshop/tasks/step-times.ts';
import { advance, startRun } from '../../src/run/conductor/conductor.ts';
import { parseSpec } from '../../src/spec/spec.ts';
import { lastCheckpoint, openRun } from '../../src/store/store.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'spinformer-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

async function finishedRun(method: string): Promise<string> {
  const text = `
lattice.size = [4, 4]
effective.kind = "linear"
training.exact_evaluations = 40
sampling = { method = "${method}", chains = 1, samples = 40, warm_up = 20 }
`;
  const run = startRun(join(FOLDER, method), text, parseSpec(text, 'spec.toml'));
  await advance(run, { workers: 1 });
  return run.directory;
}

it('goes on from the end of every run, in turn, and stores nothing', async () => {
  const runs = [await finishedRun('hmc'), await finishedRun('self-learning')];
  const [hmc, selfLearning] = stepTimes({ runs, rounds: 3, milliseconds: 20 });
  for (const rounds of [hmc, selfLearning]) {
    expect(rounds).toHaveLength(3);
    for (const { exact, measurement } of rounds) {
      expect(exact).toBeGreaterThan(0);
      expect(measurement).toBeGreaterThan(0);
    }
  }
  expect(hmc.map(({ inner }) => inner)).toEqual([0, 0, 0]);
  expect(selfLearning.every(({ inner }) => inner > 0)).toBe(true);
  expect(lastCheckpoint(openRun(runs[0]), 1)?.samples).toBe(60);
});
