/** Which points are realisations of one average, and what is said where some are not done. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { averageRows, realisationWords } from '../../../src/results/study/average-rows.ts';
import { averagedValue } from '../../../src/results/study/averaged-value.ts';
import { studyAverages } from '../../../src/results/study/averages.ts';
import { averagesColumns, averagesCsvPieces } from '../../../src/results/study/averages-csv.ts';
import { findingsOf } from '../../../src/results/study/findings.ts';
import { studyJsonPieces } from '../../../src/results/study/study-json.ts';
import { studyReports } from '../../../src/results/study/study-reports.ts';
import { studyRows } from '../../../src/results/study/study-rows.ts';
import { makeStudy, type Points } from './study.ts';

const folder = mkdtempSync(join(tmpdir(), 'spinformer-averages-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const T = 'model.temperature';
const SEED = 'disorder.seed';
const SMALL = ['lattice.kind="chain"', 'lattice.size=[2]'];

describe('realisations of different states', () => {
  const points: Points = [
    { [SEED]: 1, [T]: 0.2 },
    { [SEED]: 2, [T]: 0.2 },
    { [SEED]: 3, [T]: 0.2, there: 100 },
    { [SEED]: 4, [T]: 0.2, there: 0 },
    { [SEED]: 1, [T]: 0.4 },
    { [SEED]: 2, [T]: 0.4, there: 0 },
    { [SEED]: 1, [T]: 0.8, there: 0 },
  ];
  const reports = studyReports(
    makeStudy(join(folder, 'states'), [SEED, T], points, ['disorder.potential=1', ...SMALL]),
  );
  const averages = studyAverages(reports);

  it('are counted, and those that are done are averaged', () => {
    expect(averages.map(({ values, realisations, listed }) => [values, realisations, listed])).toEqual([
      [{ [T]: 0.2 }, 2, 4],
      [{ [T]: 0.4 }, 1, 2],
      [{ [T]: 0.8 }, 0, 1],
    ]);
    const own = [...studyRows(reports)].map(({ observables }) => observables.energyPerSite);
    const { mean, error, between, within } = averages[0].observables.energyPerSite;
    const [a, b] = [own[0].mean as number, own[1].mean as number];
    expect(mean).toBeCloseTo((a + b) / 2, 12);
    expect(error).toBeCloseTo(Math.abs(a - b) / 2, 12);
    expect(between).toBeCloseTo(Math.abs(a - b) / Math.SQRT2, 12);
    expect(within).toBeCloseTo(Math.sqrt(((own[0].error as number) ** 2 + (own[1].error as number) ** 2) / 2), 12);
  });

  it('of a single one there is a mean without an error bar, of none nothing', () => {
    const { mean, error, between } = averages[1].observables.energyPerSite;
    expect([typeof mean, error, between]).toEqual(['number', null, null]);
    expect(averages[2].observables).toEqual({});
  });

  it('have rows that say how many there are', () => {
    const rows = averageRows(averages, [...studyRows(reports)]);
    expect(rows.map(({ average }) => average?.note)).toEqual([
      '2 of 4 realisations',
      '1 of 2 realisations: no error bar',
      '0 of 1 realisation',
    ]);
    expect(realisationWords({ realisations: 20, listed: 20 })).toBe('20 realisations');
  });

  it('are in the JSON beside the points, and in a table of their own', () => {
    const text = [...studyJsonPieces(reports, findingsOf(reports).findings, averages)].join('');
    expect(JSON.parse(text).averages).toEqual(JSON.parse(JSON.stringify(averages)));
    const [header, first, ...others] = [...averagesCsvPieces([T], averages)].join('').trim().split('\n');
    expect(header).toBe(`${T},realisations,observable,value,error,between,within,warning`);
    expect(first.split(',').slice(0, 4)).toEqual([
      '0.2',
      '2',
      'energyPerSite',
      String(averages[0].observables.energyPerSite.mean),
    ]);
    expect(others.at(-1)).toBe('0.8,0,,,,,,no realisation is complete');
    const columns = averagesColumns([T], averages);
    expect(Object.keys(columns)).toEqual(header.split(','));
    expect([columns[T][0], columns.realisations[0], columns.value[0]]).toEqual([
      0.2,
      2,
      averages[0].observables.energyPerSite.mean,
    ]);
  });
});

it('temperatures of tempered points are averages of their own, and points that have not begun count for all', () => {
  const points: Points = [{ [SEED]: 1 }, { [SEED]: 2 }, { [SEED]: 3, there: 0 }];
  const overrides = ['disorder.potential=1', ...SMALL, 'tempering.temperatures=[0.2, 0.3]'];
  const averages = studyAverages(studyReports(makeStudy(join(folder, 'ladder'), [SEED], points, overrides)));
  expect(averages.map(({ values, realisations, listed }) => [values, realisations, listed])).toEqual([
    [{ [T]: 0.2 }, 2, 3],
    [{ [T]: 0.3 }, 2, 3],
  ]);
});

it('without a swept seed there are none', () =>
  expect(studyAverages(studyReports(makeStudy(join(folder, 'plain'), [T], [{ [T]: 0.2 }])))).toEqual([]));

it('realisations that are almost alike scatter by their statistics', () => {
  const seeds = Array.from({ length: 12 }, (_, k) => ({ [SEED]: k + 1 }));
  const overrides = [...SMALL, 'disorder.potential=0.001', 'model.temperature=0.5'];
  const [{ observables }] = studyAverages(studyReports(makeStudy(join(folder, 'alike'), [SEED], seeds, overrides)));
  for (const name of ['nearestNeighbourCorrelation', 'staggeredMagnetization2', 'specificHeatPerSite']) {
    const { between, within } = observables[name];
    // χ² of 11 degrees of freedom: above 31 in one of a thousand cases, below 1.6 in as many.
    const square = 11 * ((between as number) / (within as number)) ** 2;
    expect(square, name).toBeGreaterThan(1.6);
    expect(square, name).toBeLessThan(31);
  }
});

it('what one realisation lacks has no average, since the others are a selection', () => {
  const known = { mean: 1, error: 0.1, tau: 1 };
  const missing = { mean: null, error: null, samples: 3, needed: 100 };
  expect(averagedValue([known, missing, undefined])).toEqual({
    mean: null,
    error: null,
    between: null,
    within: null,
    reason: '2 of 3 realisations have no number',
  });
  expect(averagedValue([known, { ...known, upperBound: 2 }]).mean).toBeNull();
  const constant = (mean: number) => ({ mean, error: 0, resolution: 1e-10 });
  expect(averagedValue([constant(1), constant(1 + 1e-11)])).toMatchObject({ error: 0, between: 0, within: 0 });
});
