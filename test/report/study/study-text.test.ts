/** Tables of a study in text. */
import { expect, it } from 'vitest';
import { studyText } from '../../../src/report/study/study-text.ts';
import { averageRows } from '../../../src/results/study/average-rows.ts';
import type { StudyRow } from '../../../src/results/study/study-rows.ts';
import { constant, estimate, INSUFFICIENT, rowOf } from './rows.ts';

const columns = (...shown: string[]) => ({ shown, constant: [] });
const T = 'model.temperature';

it('has a table per size with a row per temperature, and marks what is missing', () => {
  const size = [4, 4];
  const rows = [
    rowOf({ 'lattice.size': size, [T]: 0.05 }, { energyPerSite: estimate(-1.69), staggeredBinderRatio: INSUFFICIENT }),
    rowOf({ 'lattice.size': size, [T]: 0.1 }, {}, { status: 'missing' }),
    rowOf({ 'lattice.size': [3, 3], [T]: 0.05 }, { energyPerSite: estimate(-1.7) }, { status: 'running' }),
    rowOf({ 'lattice.size': [3, 3], [T]: 0.1 }, {}, { status: 'failed', warnings: ['segment: truncated'] }),
  ];
  expect(studyText(['lattice.size', T], rows, columns('energyPerSite', 'staggeredBinderRatio'))).toBe(
    `4 points: 1 done, 1 unfinished, 1 missing, 1 failed

4 × 4
                 energy    staggered
temperature     PerSite  BinderRatio
0.05         -1.690(10)          n/a
0.1                                   missing

3 × 3
                 energy    staggered
temperature     PerSite  BinderRatio
0.05         -1.700(10)            –  unfinished
0.1                                       failed

n/a: not enough data for an error bar, or what table.csv says

warnings
3,3,0.1: segment: truncated
`,
  );
});

const NAMES = ['energyPerSite', 'specificHeatPerSite', 'magnetization2', 'susceptibility', 'binderRatio', 'density'];
const wide = (value: number): StudyRow =>
  rowOf({ [T]: value }, Object.fromEntries(NAMES.map((name, k) => [name, estimate((k + 1) * 1e8, 1e-6 / 3)])));

it('leaves out columns for which a line has no room, and says which', () => {
  const ofWidth = (width?: number) => studyText([T], [wide(0.1)], columns(...NAMES), undefined, width);
  const text = ofWidth(120);
  expect(ofWidth()).not.toContain('left out');
  expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(120);
  expect(text).toMatch(/left out for lack of room: .*density; --observables a,b,c chooses/);
  expect(text).toMatch(/^0.1 +1000/m);
});

it('has one table where the size is not swept, or alone', () => {
  const rows = [2, 4].map((length) => rowOf({ 'lattice.size': [length, length] }, { energyPerSite: constant(1) }));
  expect(studyText(['lattice.size'], rows, columns('energyPerSite'))).toMatch(/^2x2 +1\(0\)\n4x4 +1\(0\)$/m);
});

it('writes the vectors of a tilted cluster in brackets', () => {
  const tilted = [
    [3, 1],
    [-1, 3],
  ];
  const rows = [tilted, [4, 4]].map((size) => rowOf({ 'lattice.size': size }, { energyPerSite: constant(1) }));
  expect(studyText(['lattice.size'], rows, columns('energyPerSite'))).toMatch(
    /^\(3,1\)x\(-1,3\) +1\(0\)\n4x4 +1\(0\)$/m,
  );
  const swept = [0.1, 0.2].map((value) =>
    rowOf({ 'lattice.size': tilted, [T]: value }, { energyPerSite: constant(1) }),
  );
  expect(studyText(['lattice.size', T], swept, columns('energyPerSite'))).toMatch(/^\(3, 1\) × \(-1, 3\)$/m);
});

it('tells keys of the same end from each other', () => {
  const keys = ['lattice.kind', 'effective.kind'];
  const rows = [rowOf({ 'lattice.kind': 'square', 'effective.kind': 'linear' }, { energyPerSite: estimate(1) })];
  expect(studyText(keys, rows, columns('energyPerSite'))).toMatch(/^lattice.kind +effective.kind +PerSite$/m);
});

it('has words for a study without points', () => {
  expect(studyText([T], [], columns())).toMatch(/^0 points\n/);
});

it('rounds swept numbers as far as that tells them apart', () => {
  const text = (...values: number[]) =>
    studyText(
      [T],
      values.map((value) => rowOf({ [T]: value }, { density: estimate(1) })),
      columns('density'),
    );
  expect(text(0.03, 0.0533483823012)).toMatch(/^0.03 .*\n0.053348 /m);
  expect(text(0.0533483823012, 0.0533483823013)).toMatch(/^0.0533483823012 .*\n0.0533483823013 /m);
});

it('shows averages over realisations instead of the points, with what would make their errors smaller', () => {
  const SEED = 'disorder.seed';
  const points = [1, 2, 3].map((seed) =>
    rowOf({ [SEED]: seed, [T]: 0.1 }, { energyPerSite: estimate(-1.6) }, seed === 3 ? { status: 'running' } : {}),
  );
  const observables = {
    energyPerSite: { mean: -1.6, error: 0.02, between: 0.0283, within: 0.001 },
    susceptibility: { mean: 2, error: 0.1, between: 0.1414, within: 0.14 },
    binderRatio: { mean: 1.5, error: 0.1, between: 0.1414, within: null },
  };
  const averages = [{ values: { [T]: 0.1 }, realisations: 2, listed: 3, observables }];
  const shown = {
    averages,
    keys: [T],
    rows: averageRows(averages, points),
    columns: columns('energyPerSite', 'susceptibility', 'binderRatio'),
  };
  const lines = studyText([SEED, T], points, columns('energyPerSite'), undefined, undefined, shown).split('\n');
  expect(lines[0]).toBe('3 points: 2 done, 1 unfinished');
  expect(lines[4].split(/ {2,}/)).toEqual(['0.1', '-1.60(2)', '2.00(10)', '1.50(10)', '2 of 3 realisations']);
  expect(lines.slice(6, -1)).toEqual([
    'Averages over realisations of disorder, all of which count alike; errors are from between the realisations, one standard deviation.',
    'energyPerSite: statistics is 0 % of the variance between realisations, so only more realisations make the error smaller',
    'susceptibility: statistics is 98 % of the variance between realisations, so more samples of each make the error as much smaller as more realisations do',
    'The points one by one are in table.csv.',
  ]);
});
