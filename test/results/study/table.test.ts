/** table.csv, the JSON of a study, and what is shown when nobody chooses. */
import { expect, it } from 'vitest';
import { partKeys } from '../../../src/results/study/point-parts.ts';
import type { StudyRow } from '../../../src/results/study/study-rows.ts';
import { LARGEST, rowsOf } from '../../../src/results/study/study-rows.ts';
import { tableCsvPieces } from '../../../src/results/study/table-csv.ts';
import { usualObservables } from '../../../src/results/study/usual-observables.ts';
import type { LadderReport } from '../../../src/results/summary/ladder.ts';
import { constant, estimate, INSUFFICIENT, rowOf } from '../../report/study/rows.ts';

const T = 'model.temperature';
const csv = (keys: readonly string[], rows: readonly StudyRow[]) => [...tableCsvPieces(keys, rows)].join('');

it('has a row per point and observable, with all digits', () => {
  const precise = { ...estimate(1 / 3, 1 / 700), resolution: 0.01 };
  const rows = [
    rowOf({ 'lattice.size': [4, 6], [T]: 0.1 }, { energyPerSite: precise, density: constant(1) }),
    rowOf({ 'lattice.size': [4, 6], [T]: 0.2 }, { density: INSUFFICIENT }, { warnings: ['chains "drift", much'] }),
    rowOf({ 'lattice.size': [4, 6], [T]: 0.3 }, {}, { status: 'missing' }),
  ];
  expect(csv(['lattice.size', T], rows)).toBe(
    `lattice.size,model.temperature,observable,value,error,tau,effectiveSamples,rHat,warning
4x6,0.1,energyPerSite,${1 / 3},${Math.sqrt(1 / 490000 + 0.0001)},1,500,1.001,
4x6,0.1,density,1,0,,,,
4x6,0.2,density,,,7,,,"not enough data: 20 of at least 350 samples; chains ""drift"", much"
4x6,0.3,,,,,,,missing
`,
  );
});

it('says what is not resolved, and quotes lists', () => {
  const bound = { mean: 0, error: 0, resolution: 1e-9, upperBound: 1e-9 };
  const text = csv(['model.hopping'], [rowOf({ 'model.hopping': [1, 0.5] }, { compressibility: bound })]);
  expect(text).toContain('"[1,0.5]",compressibility,0,1e-9,,,,not resolved: below 1e-9 at two standard deviations\n');
});

const OBSERVED = Object.fromEntries(
  [
    'energyPerSite',
    'staggeredMagnetization2',
    'staggeredBinderRatio',
    'magnetization2',
    'binderRatio',
    'structureFactor_1_0',
  ].map((name) => [name, estimate(1)]),
);
const ordered = (order: string, isOrdered = true) => rowOf({}, OBSERVED, { order, isOrdered });

it('shows the order parameters of points that have an order, the commonest first, with their Binder ratios', () => {
  const rows = [
    ordered('staggeredMagnetization2'),
    ordered('magnetization2'),
    ordered('magnetization2'),
    ordered('structureFactor_1_0', false),
  ];
  expect(usualObservables(rows)).toEqual([
    'energyPerSite',
    'magnetization2',
    'binderRatio',
    'staggeredMagnetization2',
    'staggeredBinderRatio',
  ]);
});

it('shows what stands for the order of disordered points where there are no others', () => {
  expect(usualObservables([ordered('structureFactor_1_0', false)])).toEqual(['energyPerSite', 'structureFactor_1_0']);
  expect(usualObservables([])).toEqual([]);
});

it('has a row for each temperature of a tempered point', () => {
  const at = (temperature: number) => ({
    temperature,
    observables: { density: constant(1), structureFactor_0_0: estimate(temperature) },
    largestStructureFactor: { name: 'structureFactor_0_0', rivals: [] },
    thermalisation: { warnings: [] },
  });
  const report = { temperatures: [at(0.1), at(0.2)] } as unknown as LadderReport;
  const rows = rowsOf({ name: 'coupling=1', values: { 'model.coupling': 1 }, status: 'done', report });
  expect(rows.map(({ values, observables }) => [values[T], observables[LARGEST].mean])).toEqual([
    [0.1, 0.1],
    [0.2, 0.2],
  ]);
  expect(partKeys(['model.coupling'], rows)).toEqual(['model.coupling', T]);
});
