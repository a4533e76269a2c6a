/** Points of a study: what is known about each, and when its report is made anew. */
import { appendFileSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readStudyPoints } from '../../../src/results/study/read-points.ts';
import { runJson } from '../../../src/results/summary/run-json.ts';
import { summarise } from '../../../src/results/summary/summary.ts';
import { extendTo } from '../../../src/run/conductor/conductor.ts';
import { removeOutcome, writeOutcome } from '../../../src/run/study/outcome-file.ts';
import { pointStatus } from '../../../src/run/study/point-status.ts';
import { segmentFile } from '../../../src/store/paths.ts';
import { openRun } from '../../../src/store/store.ts';
import { pointDirectory, type StoredStudy } from '../../../src/store/study.ts';
import { temporaryFolder } from '../../store/example.ts';
import { makeStudy, plainReport, sample } from './study.ts';

const TEMPERATURES = [0.1, 0.2, 0.4];

/** A finished point, one with a part of its samples, one that has not begun. */
function example(): StoredStudy {
  const there = [Infinity, 200, 0];
  const points = TEMPERATURES.map((value, k) => ({ 'model.temperature': value, there: there[k] }));
  return makeStudy(temporaryFolder(), ['model.temperature'], points);
}

const reportOf = (study: StoredStudy, k: number): string =>
  join(pointDirectory(study.directory, study.points[k].name), 'report.json');
const read = (study: StoredStudy) => [...readStudyPoints(study)];
/** Marks a report, so that one that is made anew is told from it. */
const marked = (file: string) => writeFileSync(file, readFileSync(file, 'utf8').replace('{', '{"marked":true,'));
const isMarked = (file: string) => readFileSync(file, 'utf8').includes('"marked"');

it('has status and report of every point, in the order of the list', () => {
  const study = example();
  const points = read(study);
  expect(points.map(({ status }) => status)).toEqual(['done', 'running', 'missing']);
  expect(points.map(({ values }) => values['model.temperature'])).toEqual(TEMPERATURES);
  for (const { name, report } of points.slice(0, 2)) {
    const alone = runJson(summarise(openRun(pointDirectory(study.directory, name))));
    expect(report).toEqual(JSON.parse(JSON.stringify(alone)));
  }
  expect(points[2].report).toBe(null);
});

it('uses reports that are up to date, whatever clocks say, and makes those anew that are not', () => {
  const study = example();
  read(study);
  for (const k of [0, 1]) {
    marked(reportOf(study, k));
    utimesSync(reportOf(study, k), 0, 0);
  }
  read(study);
  expect([0, 1].map((k) => isMarked(reportOf(study, k)))).toEqual([true, true]);
  // The segment grows by samples, which is a commit: an attempt that goes on writes another segment, and so does `extend`.
  sample(pointDirectory(study.directory, study.points[1].name), ['model.temperature=0.2'], 300);
  extendTo(pointDirectory(study.directory, study.points[0].name), 500);
  const [extended, continued] = read(study);
  expect([extended.status, continued.status]).toEqual(['running', 'running']);
  expect(plainReport(continued).samples).toEqual([270, 270]);
  expect([0, 1].map((k) => isMarked(reportOf(study, k)))).toEqual([false, false]);
});

it('notices a commit that leaves the size of a segment as it is', () => {
  const study = example();
  read(study);
  marked(reportOf(study, 0));
  const segment = segmentFile(pointDirectory(study.directory, study.points[0].name), 1, 1);
  const { size, mtime } = statSync(segment);
  const bytes = readFileSync(segment);
  // The counter of transactions: https://www.sqlite.org/fileformat.html#file_change_counter.
  bytes.writeUInt32BE(bytes.readUInt32BE(24) + 1, 24);
  bytes.writeUInt32BE(bytes.readUInt32BE(92) + 1, 92);
  writeFileSync(segment, bytes);
  utimesSync(segment, mtime, mtime);
  expect(statSync(segment).size).toBe(size);
  read(study);
  expect(isMarked(reportOf(study, 0))).toBe(false);
});

it('trusts no report while a segment is within a transaction', () => {
  const study = example();
  read(study);
  marked(reportOf(study, 0));
  const segment = segmentFile(pointDirectory(study.directory, study.points[0].name), 1, 1);
  appendFileSync(`${segment}-journal`, 'x');
  expect(plainReport(read(study)[0]).source).toBe(null);
  expect(isMarked(reportOf(study, 0))).toBe(false);
  rmSync(`${segment}-journal`);
  expect(plainReport(read(study)[0]).source).toMatch(/^[0-9a-f]{64}$/);
});

it('has failed where the last attempt did, as status says, and keeps the report of what is there', () => {
  const study = example();
  const run = (k: number) => pointDirectory(study.directory, study.points[k].name);
  writeOutcome(run(1), { outcome: 'failed', message: 'no room' });
  const points = read(study);
  expect(points[1]).toMatchObject({ status: 'failed', message: 'no room', report: { samples: [170, 170] } });
  expect(points.map(({ status }) => status)).toEqual(
    study.points.map(({ name }) => pointStatus(study.directory, name).status),
  );
  removeOutcome(run(1));
  expect(read(study)[1].status).toBe('running');
});

it('goes on where a point cannot be read, and says why', () => {
  const study = example();
  const segment = segmentFile(pointDirectory(study.directory, study.points[0].name), 1, 1);
  writeFileSync(segment, readFileSync(segment).subarray(0, 5000));
  writeFileSync(reportOf(study, 1), '{"half');
  const [damaged, half] = read(study);
  expect([damaged.status, damaged.report]).toEqual(['failed', null]);
  expect(damaged.message).toContain(segment);
  expect(plainReport(half).samples).toEqual([170, 170]);
});
