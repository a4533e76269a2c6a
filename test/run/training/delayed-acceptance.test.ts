/** Delayed acceptance from a spec: two models, both kept, and averages known by quadrature. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { summarise } from '../../../src/results/summary/summary.ts';
import { advance, startRun } from '../../../src/run/conductor/conductor.ts';
import { parseSpec } from '../../../src/spec/spec.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'spinformer-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

const TEXT = `
lattice.size = [2, 2]
model.temperature = 0.2
effective = { kind = "transformer", blocks = 1, shells = 2 }
training.exact_evaluations = 60
sampling = { method = "delayed-acceptance", chains = 2, samples = 4000 }
`;

it('screens with the better model what the linear one proposes', async () => {
  const run = startRun(join(FOLDER, 'run'), TEXT, parseSpec(TEXT, 'spec.toml'));
  expect(await advance(run, { workers: 2 })).toBe('finished');
  const { observables, acceptance, model } = summarise(run);
  expect(model?.training.proposals).toMatchObject({ plan: { kind: 'screened' } });
  expect(existsSync(join(run.directory, 'models/cheap.safetensors'))).toBe(true);
  expect(acceptance.rate).toBeGreaterThan(0.9);
  expect(acceptance.inner).toBeGreaterThan(0.9);
  const { staggeredMagnetization2: order } = observables;
  if (order.kind !== 'estimate') throw new Error('too few samples');
  expect(Math.abs(order.mean - 0.301002674)).toBeLessThan(4 * order.error);
});

it('refuses the linear model as the better one', () => {
  const text = TEXT.replace('"transformer"', '"linear"');
  expect(() => startRun(join(FOLDER, 'linear'), text, parseSpec(text, 'spec.toml'))).toThrow(
    'did you mean "transformer"',
  );
});
