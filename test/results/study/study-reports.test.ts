/** The order of the points of a curve, at one wave vector. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readMean, readOrder } from '../../../src/results/study/order-read.ts';
import { readStudyPoints } from '../../../src/results/study/read-points.ts';
import { studyReports } from '../../../src/results/study/study-reports.ts';
import { rowsOf } from '../../../src/results/study/study-rows.ts';
import { tableLines } from '../../../src/results/study/table-lines.ts';
import { readRunData, withData } from '../../../src/results/summary/run-data.ts';
import { rungRuns } from '../../../src/run/conductor/rungs.ts';
import { openRun, type Run } from '../../../src/store/store.ts';
import { pointDirectory, type StoredStudy } from '../../../src/store/study.ts';
import { makeStudy, plainReport } from './study.ts';

const folder = mkdtempSync(join(tmpdir(), 'spinformer-orders-'));
afterAll(() => rmSync(folder, { recursive: true }));

const T = 'model.temperature';
const HOT = [100, 200, 300, 400, 500];
const TEMPERATURES = [0.05, ...HOT];
const SAMPLING = [
  'sampling.samples=600',
  'lattice.size=[4, 4]',
  'model.exchange=[0.5]',
  'model.coupling=0.1',
  'sampling.seed=3',
];
const CHECKERBOARD = 'structureFactor_2_2';

const runOf = (study: StoredStudy, name: string): Run => openRun(pointDirectory(study.directory, name));
const meanOf = (run: Run, name: string, power: number): number =>
  withData(
    () => readRunData(run),
    ({ measured }) => {
      const samples = measured(name).flatMap((chain) => [...chain]);
      return samples.reduce((sum, value) => sum + value ** power, 0) / samples.length;
    },
  );

/** ⟨S²⟩/⟨S⟩² at (π, π), and ξ/L with the neighbours (π, π/2), sin(π/4) = √½: by hand, from the samples. */
function expected(run: Run) {
  const [mean, square, beside] = [
    meanOf(run, CHECKERBOARD, 1),
    meanOf(run, CHECKERBOARD, 2),
    meanOf(run, 'structureFactor_1_2', 1) || meanOf(run, 'structureFactor_2_1', 1),
  ];
  const length = Math.sqrt(Math.max(0, mean / beside - 1)) / Math.SQRT2;
  return { leadingBinderRatio: square / mean ** 2, correlationLength: length, correlationLengthRatio: length / 4 };
}

describe('a point without order beside an ordered one', () => {
  const study = makeStudy(
    join(folder, 'plain'),
    [T],
    TEMPERATURES.map((value) => ({ [T]: value })),
    SAMPLING,
  );
  const own = [...readStudyPoints(study)];
  const shared = [...studyReports(study).points()];
  const isOther = (k: number) => plainReport(own[k]).largestStructureFactor?.name !== CHECKERBOARD;
  const others = TEMPERATURES.flatMap((_, k) => (isOther(k) ? [k] : []));

  it('is there', () => {
    expect(isOther(0)).toBe(false);
    expect(others.length).toBeGreaterThan(0);
  });

  it('has the order at the wave vector of the ordered one, and all else as it was', () => {
    for (const k of others) {
      const { observables, ...rest } = plainReport(shared[k]);
      const { observables: before, ...restBefore } = plainReport(own[k]);
      expect(rest).toEqual(restBefore);
      const values = expected(runOf(study, shared[k].name));
      for (const [name, value] of Object.entries(values)) {
        expect(observables[name].mean).toBeCloseTo(value, 10);
        expect(observables[name].error).toBeGreaterThanOrEqual(0);
      }
      expect(observables.leadingBinderRatio.mean).not.toBe(before.leadingBinderRatio.mean);
      expect(observables.energyPerSite).toEqual(before.energyPerSite);
      expect(Object.keys(observables)).toEqual(Object.keys(before));
    }
  });

  it('leaves points as they are whose order is that of the curve', () => {
    const same = TEMPERATURES.flatMap((_, k) => (isOther(k) ? [] : [k]));
    for (const k of same) expect(shared[k]).toEqual(own[k]);
  });

  it('keeps the own wave vector where a point is a curve of its own', () => {
    const alone = { ...study, keys: ['sampling.method'], points: study.points };
    const points = alone.points.map((point, k) => ({ ...point, values: { 'sampling.method': `${k}` } }));
    const read = [...studyReports({ ...alone, points }).points()];
    expect(read.map(({ report }) => report)).toEqual(own.map(({ report }) => report));
  });

  it('has no numbers where its samples are not read again, and says why', () => {
    const [row] = rowsOf(own[0]);
    const order = readOrder(study, { name: row.name, rung: 0 }, CHECKERBOARD, false);
    const lines = tableLines({ ...row, observables: order });
    expect(lines.map(({ observable }) => observable).sort()).toEqual(
      Object.keys(expected(runOf(study, row.name))).sort(),
    );
    for (const { value, error, warning } of lines) {
      expect([value, error]).toEqual([null, null]);
      expect(warning).toBe('structureFactor_2_2 leads the curve, and too many points would have to be read again');
    }
  });

  it('has the mean of a structure factor that reports leave out where samples are few', () => {
    const { name } = study.points[0];
    const mean = readMean(study, { name, rung: 0 }, CHECKERBOARD);
    expect(mean).toBeCloseTo(meanOf(runOf(study, name), CHECKERBOARD, 1), 10);
    expect(readMean(study, { name: 'none', rung: 0 }, CHECKERBOARD)).toBe(null);
  });
});

it('temperatures of a ladder are points of one curve', () => {
  const study = makeStudy(
    join(folder, 'ladder'),
    ['model.coupling'],
    [{ 'model.coupling': 1 }],
    [...SAMPLING, `tempering.temperatures=${JSON.stringify(TEMPERATURES)}`],
  );
  const [{ name, report }] = studyReports(study).points();
  if (!report || !('temperatures' in report)) throw new Error('expected a tempered point');
  const names = report.temperatures.map(({ largestStructureFactor }) => largestStructureFactor?.name);
  expect(names[0]).toBe(CHECKERBOARD);
  expect(new Set(names).size).toBeGreaterThan(1);
  for (const [rung, run] of rungRuns(runOf(study, name)).entries()) {
    const { leadingBinderRatio, correlationLengthRatio } = report.temperatures[rung].observables;
    const values = expected(run);
    expect(leadingBinderRatio.mean).toBeCloseTo(values.leadingBinderRatio, 10);
    expect(correlationLengthRatio.mean).toBeCloseTo(values.correlationLengthRatio, 10);
  }
});
