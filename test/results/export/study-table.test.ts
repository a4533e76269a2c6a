/** The estimates of a study in HDF5, as h5py reads them. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { exportStudy } from '../../../src/results/export/export-study.ts';
import { exportedTables } from '../../../src/results/study/exported-tables.ts';
import { studyReports } from '../../../src/results/study/study-reports.ts';
import { studyRows } from '../../../src/results/study/study-rows.ts';
import { tableCsvPieces } from '../../../src/results/study/table-csv.ts';
import { temporaryFolder } from '../../store/example.ts';
import { grid, makeStudy } from '../study/study.ts';

/** The table as CSV, as table.csv has it. */
const SCRIPT = `
import csv, h5py, sys
names = sys.argv[2:]
with h5py.File(sys.argv[1]) as file:
    table = file["table"]
    assert sorted(table) == sorted(names), list(table)
    columns = [table[name].asstr()[()] if table[name].dtype == object else table[name][()] for name in names]
for row in zip(*columns):
    print(*["" if cell != cell else cell if isinstance(cell, str) else float(cell).hex() for cell in row], sep="\\t")
`;

const PYTHON = '/usr/bin/python3';
const hasH5py = spawnSync(PYTHON, ['-c', 'import h5py']).status === 0;
const KEYS = ['lattice.size', 'model.temperature'];

it.skipIf(!hasH5py)(`h5py finds table.csv to the bit${hasH5py ? '' : ' (skipped: no h5py here)'}`, async () => {
  const folder = temporaryFolder();
  const points = grid([[2, 2]], [0.2, 0.4]).map((point, k) => ({ ...point, there: k === 0 ? Infinity : 0 }));
  const reports = studyReports(makeStudy(folder, KEYS, points));
  const file = join(folder, 'study.h5');
  await exportStudy('h5', file, reports.study, () => exportedTables(reports));
  const [header, ...lines] = [...tableCsvPieces(KEYS, studyRows(reports))].join('').trim().split('\n');
  const names = header.split(',');
  const { stdout, stderr } = spawnSync(PYTHON, ['-c', SCRIPT, file, ...names], { encoding: 'utf8' });
  expect(stderr).toBe('');
  const read = stdout.trimEnd().split('\n');
  expect(read.length).toBe(lines.length);
  const numeric = (name: string) => !['lattice.size', 'observable', 'warning'].includes(name);
  const cells = (line: string) => line.split(',').map((cell, k) => (cell && numeric(names[k]) ? Number(cell) : cell));
  expect(
    read.map((line) => line.split('\t').map((cell, k) => (cell && numeric(names[k]) ? ofHex(cell) : cell))),
  ).toEqual(lines.map(cells));
  expect(lines.at(-1)).toBe('2x2,0.4,,,,,,,missing');
});

/** The double that float.hex() of Python has written. */
function ofHex(text: string): number {
  const [, sign, digits, exponent] = /^(-?)0x(.+)p([+-]\d+)$/.exec(text) ?? [];
  const [whole, fraction = ''] = digits.split('.');
  const value = Number.parseInt(whole, 16) + Number.parseInt(fraction || '0', 16) / 16 ** fraction.length;
  return (sign ? -1 : 1) * value * 2 ** Number(exponent);
}
