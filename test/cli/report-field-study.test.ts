/** M(H): a study that sweeps a field, whose values are vectors, through tables, crossings and curves. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { studyReports } from '../../src/results/study/study-reports.ts';
import { tableColumns } from '../../src/results/study/table-columns.ts';
import type { StudyReport } from '../../src/run.ts';
import { openStudy } from '../../src/store/study.ts';
import { spinformer } from './command.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'spinformer-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

const TEXT = `
model = { temperature = 0.3, exchange = [0.3] }
sampling = { method = "local", chains = 2, samples = 300, warm_up = 50 }
observables.families = ["electrons", "magnetization", "field", "structure-factor"]
[sweep]
lattice.size = [[2, 2], [4, 2]]
model.field = [[0.0, 0.0, 0.0], [0.0, 0.0, 0.4], [0.0, 0.0, 0.8]]
model.coupling = [1.0, 2.0]
`;
const SPEC = join(FOLDER, 'spec.toml');
const STUDY = join(FOLDER, 'study');
writeFileSync(SPEC, TEXT);
const { status: ran } = spinformer(['run', SPEC, '--out', STUDY]);
const { status, stdout } = spinformer(['report', STUDY, '--curves', '--scaling', 'field']);
const report: StudyReport = JSON.parse(readFileSync(join(STUDY, 'report.json'), 'utf8'));
const linesOf = (name: string) => readFileSync(join(STUDY, name), 'utf8').split('\n');

it('compares sizes along the field', () => {
  expect([ran, status]).toEqual([0, 0]);
  const pairs = [...report.crossings, ...report.withoutCrossing];
  expect(new Set(pairs.map(({ key }) => key))).toEqual(new Set(['model.field']));
  expect(new Set(report.scaling?.map(({ key, at }) => `${key} ${at?.['model.coupling']}`))).toEqual(
    new Set(['model.field 1', 'model.field 2']),
  );
});

it('shows the magnetisation along the field, from zero on', () => {
  expect(stdout).toContain('AlongField');
  for (const { report: one } of report.points) {
    const along = one && 'observables' in one ? one.observables.magnetizationAlongField : undefined;
    expect(along?.mean).not.toBe(undefined);
  }
});

it('has curves in the field, with its direction', () => {
  expect(report.curves?.map(({ size, values, direction }) => [size, values, direction])).toEqual(
    [
      [2, 2],
      [4, 2],
    ].flatMap((size) => [1, 2].map((coupling) => [size, { 'model.coupling': coupling }, [0, 0, 1]])),
  );
  for (const { curves } of report.curves ?? []) {
    expect(curves.map(({ key, at }) => [key, at])).toEqual([
      ['model.field', { 'model.temperature': 0.3, 'model.chemical_potential': 0 }],
    ]);
    expect(curves[0].x[0]).toBe(0);
    expect(curves[0].observables.susceptibilityAlongField.mean[0]).toBeGreaterThan(0.1);
  }
  expect(stdout).toContain('4 × 2, J = 2: model.field from 0 to 0.8, model.temperature = 0.3');
});

it('writes places on the axis of the field beside its vectors, and what tells curves of one size apart', () => {
  const table = linesOf('table.csv');
  expect(table[0]).toMatch(/^lattice\.size,model\.field,model\.coupling,model\.field\.coordinate,observable,value,/);
  expect(table.some((line) => line.startsWith('4x2,"[0,0,0.8]",2,0.8,magnetizationAlongField,'))).toBe(true);
  const curves = linesOf('curves.csv');
  expect(curves[0]).toBe(
    'size,model.temperature,model.chemical_potential,model.filling,model.field.coordinate,model.coupling,observable,value,error,effectiveSamples',
  );
  expect(curves.some((line) => line.startsWith('4x2,0.3,0,,0.4,2,magnetizationAlongField,'))).toBe(true);
});

it('has the places in the table of an HDF5 export too', () => {
  const columns = tableColumns(studyReports(openStudy(STUDY)));
  expect([...new Set(columns['model.field.coordinate'] as Float64Array)]).toEqual([0, 0.4, 0.8]);
});

it('has no number along the field for a point at zero field whose axis is another one', () => {
  const [spec, directory] = [join(FOLDER, 'across.toml'), join(FOLDER, 'across')];
  const fields = 'model.field = { from = [0, 0, 0], to = [0.4, 0, 0], points = 2 }';
  const lines = ['lattice.size = [2, 2]', ...TEXT.split('\n').slice(1, 5), fields].filter(
    (line) => !/^lattice\.size = \[\[/.test(line),
  );
  writeFileSync(spec, lines.join('\n'));
  expect(spinformer(['run', spec, '--out', directory]).status).toBe(0);
  const rowsOf = (set: string[]) => spinformer(['report', directory, ...set]).stdout;
  expect(rowsOf(['--observables', 'magnetizationAlongField'])).toMatch(
    /\n\[0,0,0\] +n\/a\n\[0\.4,0,0\] +0\.\d+\(\d+\)\n/,
  );
  const table = readFileSync(join(directory, 'table.csv'), 'utf8');
  expect(table).toContain(
    ',magnetizationAlongField,,,,,,"measured along model.axis, since there is no field, and not along that of the other points"',
  );
  const along = join(FOLDER, 'along');
  expect(spinformer(['run', spec, '--out', along, '--set', 'model.axis=[2,0,0]']).status).toBe(0);
  expect(spinformer(['report', along, '--observables', 'magnetizationAlongField']).stdout).toMatch(
    /\n\[0,0,0\] +-?0\.\d+\(\d+\)\n/,
  );
});
