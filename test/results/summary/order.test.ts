/** The order of a run, whatever it is: its largest structure factor, and what stands for it in costs and comparisons. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runText } from '../../../src/report/run.ts';
import { runJson } from '../../../src/results/summary/run-json.ts';
import { type RunSummary, summarise } from '../../../src/results/summary/summary.ts';
import { finishedRun } from '../export/finished-run.ts';

const folder = mkdtempSync(join(tmpdir(), 'spinformer-order-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Spins that interact by themselves, without electrons to speak of. */
function classical(name: string, lattice: string[], exchange: string, temperature: number): RunSummary {
  const model = ['model.hopping=[0]', 'model.coupling=0', `model.exchange=${exchange}`];
  const sampling = ['sampling.method="hmc"', 'sampling.samples=400', 'sampling.warm_up=100'];
  const settings = [...lattice, ...model, `model.temperature=${temperature}`, ...sampling];
  return summarise(finishedRun(join(folder, name), settings));
}

describe('kagome with antiferromagnetic exchange to first and second neighbours', () => {
  const summary = classical('kagome', ['lattice.kind="kagome"', 'lattice.size=[3, 3]'], '[1.0, 0.5]', 0.01);

  it('has its largest S(q) outside of the first reciprocal cell', () => {
    const { name, waveNumbers, mean, error, rivals } = summary.largestStructureFactor ?? {};
    expect({ name, waveNumbers, rivals }).toEqual({
      name: 'structureFactor_3_0',
      waveNumbers: [
        [3, 0],
        [0, 3],
        [3, 3],
      ],
      rivals: [],
    });
    expect(mean).toBeGreaterThan(11.88);
    expect(mean).toBeLessThan(11.94);
    expect(summary.observables.structureFactor_3_0).toMatchObject({ mean, error });
  });

  it('is judged by it', () => {
    expect(summary.efficiency?.observable).toBe('structureFactor_3_0');
    const text = runText(summary);
    expect(text).toMatch(
      /^largest S\(q\): 11\.9\d*\(\d+\) at q = .*, n = \(3, 0\) \(0, 3\) \(3, 3\), structureFactor_3_0$/m,
    );
    expect(text).toContain('effective samples of structureFactor_3_0 per second');
    expect(runJson(summary)).toMatchObject({ largestStructureFactor: { name: 'structureFactor_3_0' } });
  });

  it('has constants where there are no electrons that could move, and says that they are not compared', () => {
    const { density, compressibility, numberFluctuationPerSite } = summary.observables;
    expect(density).toMatchObject({ kind: 'constant', mean: 1, error: 0 });
    expect(numberFluctuationPerSite).toMatchObject({ kind: 'constant', mean: 0.5, error: 0 });
    expect(compressibility).toMatchObject({ kind: 'constant', mean: 50, error: 0 });
    expect(summary.thermalisation.starts.leftOut).toMatchObject({ density: 'constant' });
    expect(summary.thermalisation.starts.sigma).not.toHaveProperty('density');
    expect(runText(summary)).toMatch(/^density +1\(0\) +constant$/m);
    expect(runText(summary)).toMatch(/^left out of [a-z ]+ constant: density, density2, /m);
  });
});

it.each([
  ['a ferromagnet', 'square', '[4, 4]', '[-1.0]', 'structureFactor_0_0', 'magnetization2'],
  ['an antiferromagnet', 'square', '[4, 4]', '[1.0]', 'structureFactor_2_2', 'staggeredMagnetization2'],
  ['120° order', 'triangular', '[3, 3]', '[1.0]', 'structureFactor_2_1', 'structureFactor_2_1'],
  ['stripes', 'square', '[4, 4]', '[0.1, 1.0]', 'structureFactor_2_0', 'structureFactor_2_0'],
  [
    'a chain of antiferromagnetic pairs',
    'honeycomb',
    '[2, 2]',
    '[1.0]',
    'structureFactor_2_0',
    'staggeredMagnetization2',
  ],
])('%s is judged by its own order', (_, kind, size, exchange, largest, order) => {
  const lattice = [`lattice.kind="${kind}"`, `lattice.size=${size}`];
  const summary = classical(`${kind}${exchange}`, lattice, exchange, 0.05);
  expect(summary.largestStructureFactor?.name).toBe(largest);
  expect(summary.orderParameter).toBe(order);
  expect(summary.efficiency?.observable).toBe(order);
});

it('lets noise name the largest of equals, says so, and does not judge by it', () => {
  const summary = classical('paramagnet', ['lattice.size=[4, 4]'], '[0]', 1);
  expect(summary.largestStructureFactor?.rivals).toHaveLength(5);
  expect(runText(summary)).toMatch(/^largest S\(q\): .*; equally large within errors: structureFactor_/m);
  expect(summary.orderParameter).toBe('staggeredMagnetization2');
});

it('finds the order of open lattices', () => {
  const lattice = ['lattice.size=[4, 4]', 'lattice.boundary=["open", "open"]'];
  const summary = classical('open', lattice, '[1.0]', 0.05);
  expect(summary.largestStructureFactor?.name).toBe('structureFactor_2_2');
  expect(summary.orderParameter).toBe('staggeredMagnetization2');
});

it('finds the order of open kagome lattices', () => {
  const lattice = ['lattice.kind=kagome', 'lattice.size=[3, 3]', 'lattice.boundary=["open", "open"]'];
  const { largestStructureFactor, orderParameter } = classical('open kagome', lattice, '[1.0, 0.5]', 0.01);
  expect(largestStructureFactor?.mean).toBeGreaterThan(9);
  expect(orderParameter).toBe(largestStructureFactor?.name);
});
