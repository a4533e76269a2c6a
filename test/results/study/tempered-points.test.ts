/** Tempered points of a study: every temperature of a ladder is a point of the curves. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { exportStudy } from '../../../src/results/export/export-study.ts';
import { type FindingsWanted, findingsOf } from '../../../src/results/study/findings.ts';
import { readStudyPoints } from '../../../src/results/study/read-points.ts';
import { studyReports } from '../../../src/results/study/study-reports.ts';
import { rungRuns } from '../../../src/run/conductor/rungs.ts';
import { openRun, readConfigurations } from '../../../src/store/store.ts';
import { pointDirectory, type StoredStudy } from '../../../src/store/study.ts';
import { grid, makeStudy } from './study.ts';

const folder = mkdtempSync(join(tmpdir(), 'spinformer-tempered-'));
afterAll(() => rmSync(folder, { recursive: true }));

const TEMPERATURES = [0.03, 0.045, 0.06, 0.08];
const SIZES = [
  [2, 2],
  [4, 4],
];
const LADDER = `tempering.temperatures=${JSON.stringify(TEMPERATURES)}`;
const SAMPLING = ['sampling.chains=4', 'sampling.samples=500', 'sampling.warm_up=50', 'sampling.electrons_every=20'];
const foundIn = (study: StoredStudy, wanted?: FindingsWanted) => findingsOf(studyReports(study), wanted).findings;
const SIZE = 'lattice.size';

describe('two sizes with a ladder', () => {
  const single = makeStudy(join(folder, 'single'), [SIZE, 'model.temperature'], grid(SIZES, TEMPERATURES), SAMPLING);
  const points = SIZES.map((size) => ({ [SIZE]: size }));
  const tempered = makeStudy(join(folder, 'tempered'), [SIZE], points, [...SAMPLING, LADDER]);
  const found = foundIn(tempered);

  it('cross where those of single runs do', () => {
    const alone = foundIn(single).crossings;
    expect(alone.map(({ observable }) => observable)).toContain('leadingBinderRatio');
    for (const one of alone) {
      const other = found.crossings.find(({ observable }) => observable === one.observable);
      expect(other?.key).toBe('model.temperature');
      for (const key of ['position', 'value'] as const) {
        const [a, b] = [one[key], other?.[key] ?? { mean: Number.NaN, error: Number.NaN }];
        expect(Math.abs(a.mean - b.mean)).toBeLessThan(3.5 * Math.sqrt(a.error * a.error + b.error * b.error));
        // Exchanges change how the configurations of a temperature are correlated, and not by much here.
        expect(b.error / a.error).toBeGreaterThan(0.3);
        expect(b.error / a.error).toBeLessThan(3);
      }
    }
  });

  it('are scaled along the temperature, though the spec does not sweep it', () => {
    const { scaling } = foundIn(tempered, { scaling: 'temperature' });
    expect(scaling?.[0]).toMatchObject({ key: 'model.temperature', sizes: SIZES });
    expect(() => foundIn(tempered, { scaling: 'temperatures' })).toThrow(
      'expected one of the swept keys model.temperature',
    );
  });

  it('have a file for each temperature as .npy', async () => {
    const out = join(folder, 'spins');
    await exportStudy('npy', out, tempered, () => ({}));
    const contents = readFileSync(join(out, 'contents.csv'), 'utf8').trimEnd().split('\n');
    expect(contents[0]).toBe('file,point,lattice.size,model.temperature,configurations');
    expect(contents.length).toBe(1 + SIZES.length * TEMPERATURES.length);
    const { name } = tempered.points[0];
    for (const [rung, temperature] of TEMPERATURES.entries()) {
      expect(contents[1 + rung]).toMatch(
        new RegExp(`^"${name},temperature=${temperature}\\.npy","?${name}"?,2x2,${temperature},`),
      );
      const spins = readFileSync(join(out, `${name},temperature=${temperature}.npy`));
      const [run] = rungRuns(openRun(pointDirectory(tempered.directory, name))).slice(rung);
      const [first] = [...readConfigurations(run, 1)].filter(({ sample }) => sample >= 50);
      expect(spins.subarray(128, 128 + 96)).toEqual(Buffer.from(first.spins.slice().buffer));
    }
  });

  it('have a row per sample and temperature as CSV', async () => {
    const file = join(folder, 'tempered.csv');
    await exportStudy('csv', file, tempered, () => ({}));
    const [head, ...rows] = readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => line.split(','));
    expect(head.slice(0, 6)).toEqual(['point', SIZE, 'model.temperature', 'chain', 'sample', 'warm_up']);
    expect(rows).toHaveLength(SIZES.length * TEMPERATURES.length * 4 * 550);
    const counts = Map.groupBy(rows, (row) => `${row[0]} ${row[2]}`);
    expect([...counts.keys()]).toEqual(
      tempered.points.flatMap(({ name }) => TEMPERATURES.map((temperature) => `${name} ${temperature}`)),
    );
  });
});

it('points of different ladders lie on one curve', () => {
  const [low, high] = [
    [0.03, 0.045],
    [0.06, 0.08],
  ];
  const keys = [SIZE, 'tempering.temperatures'];
  const points = SIZES.flatMap((size) => [low, high].map((ladder) => ({ [SIZE]: size, [keys[1]]: ladder })));
  const study = makeStudy(join(folder, 'ladders'), keys, points, ['sampling.chains=4']);
  const { crossings, withoutCrossing } = foundIn(study);
  const pairs = [...crossings, ...withoutCrossing];
  expect(pairs.map(({ observable }) => observable).sort()).toEqual(['correlationLengthRatio', 'leadingBinderRatio']);
  for (const { at, key } of pairs) expect([key, at]).toEqual(['model.temperature', undefined]);
});

it('curves go through the temperatures of a ladder', () => {
  const study = makeStudy(
    join(folder, 'levels'),
    ['model.coupling'],
    [{ 'model.coupling': 1 }],
    ['sampling.levels=true', 'sampling.samples=3000', 'tempering.temperatures=[0.2, 0.25, 0.3]'],
  );
  const { curves } = foundIn(study, { curves: true });
  expect(curves).toHaveLength(1);
  const [{ points, curves: all }] = curves ?? [];
  expect(points).toEqual(study.points.map(({ name }) => name));
  const [{ key, x, observables }] = all;
  expect([key, x[0], x[8]]).toEqual(['model.temperature', 0.2, 0.3]);
  const [{ report }] = readStudyPoints(study);
  if (!report || !('temperatures' in report)) throw new Error('expected a tempered point');
  for (const { temperature, observables: direct } of report.temperatures) {
    const place = x.indexOf(temperature);
    const between = [observables.energyPerSite.mean[place], observables.energyPerSite.error[place]].map(Number);
    const alone = [direct.energyPerSite.mean, direct.energyPerSite.error].map(Number);
    expect(Math.abs(between[0] - alone[0])).toBeLessThan(3 * Math.hypot(between[1], alone[1]));
    expect(alone[0]).toBeLessThan(-1);
  }
});
