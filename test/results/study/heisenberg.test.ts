/**
 * The classical Heisenberg model on the cubic lattice, from runs of the program to the critical point: β_c = 0.6930(1), ν = 0.704(6) and U* = 0.6217(8) (C. Holm and W. Janke, Phys. Rev. B 48, 936 (1993));
 * ν = 0.7112(5) (M. Campostrini et al., Phys. Rev. B 65, 144520 (2002)). Sizes up to 8 here; docs/guide/finite-size-scaling.md has those up to 12.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { runSpec } from '../../../src/library/advance.ts';
import { comparedCurves, crossingsOf } from '../../../src/results/study/crossings.ts';
import { scalingOf } from '../../../src/results/study/scaling.ts';
import { type ReadablePoint, sizeCurves } from '../../../src/results/study/size-curves.ts';
import { readRunData } from '../../../src/results/summary/run-data.ts';
import { openRun } from '../../../src/store/store.ts';

const folder = mkdtempSync(join(tmpdir(), 'spinformer-heisenberg-'));
afterAll(() => rmSync(folder, { recursive: true }));

const CRITICAL = 1000 / 693;
const KEYS = ['lattice.size', 'model.temperature'];

async function point(length: number, temperature: number): Promise<ReadablePoint> {
  const directory = join(folder, `${length}-${temperature}`);
  await runSpec(
    {
      lattice: { kind: 'cubic', size: [length, length, length] },
      model: { temperature, hopping: [0], coupling: 0, exchange: [-1] },
      effective: { kind: 'linear', shells: 1 },
      training: { exactEvaluations: 60 },
      sampling: { chains: 4, samples: 2000, warmUp: 200 },
    },
    { directory },
  );
  return {
    values: { 'lattice.size': [length, length, length], 'model.temperature': temperature },
    order: { name: 'structureFactor_0_0_0', mean: length ** 3 },
    withData: reading(directory),
  };
}

const reading =
  (directory: string): ReadablePoint['withData'] =>
  (use) => {
    const data = readRunData(openRun(directory));
    try {
      return use(data);
    } finally {
      data.series.close();
    }
  };

it('crosses and collapses at the critical point', async () => {
  const points: ReadablePoint[] = [];
  for (const length of [4, 6, 8])
    for (const temperature of [1.38, 1.42, 1.44, 1.46, 1.5]) points.push(await point(length, temperature));
  const curves = sizeCurves(KEYS, points);

  const { crossings } = crossingsOf(comparedCurves(curves));
  expect(crossings).toHaveLength(4);
  for (const { position } of crossings) expect(Math.abs(position.mean / CRITICAL - 1)).toBeLessThan(0.01);
  for (const { value } of crossings.filter(({ observable }) => observable === 'leadingBinderRatio'))
    expect(Math.abs(1 - value.mean / 3 - 0.6217)).toBeLessThan(0.01);

  const [binder, length] = scalingOf(curves);
  for (const { critical, nu } of [binder, length]) {
    if (!critical || !nu) throw new Error('no fit');
    expect(Math.abs(critical.mean / CRITICAL - 1)).toBeLessThan(0.01);
    expect(Math.abs(critical.mean - CRITICAL)).toBeLessThan(3 * critical.error);
    expect(Math.abs(nu.mean - 0.7112)).toBeLessThan(3 * nu.error);
    expect(nu.error).toBeLessThan(0.15);
  }
});
