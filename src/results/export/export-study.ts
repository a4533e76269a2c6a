/**
 * All points of a study for other programs; those that have not begun are left out.
 *
 * - csv: a row per sample as of a run, of a tempered point a row per sample and temperature, with the point and its swept values in front; columns are those of all points together, NaN where a point has none.
 * - h5: `/points/NAME` holds what a file of that run holds; its attributes are the swept values by key. `/table` has the estimates of all points, a dataset for each column of table.csv, and `/averages` those of averages.csv where there are some.
 * - npy, ovf, ovf-binary: a folder with a file for each point, and contents.csv with its swept values.
 * - json: {"keys", "points": [{"name", "values", "run": as of that run}]}.
 */
import { specOf } from '../../run/conductor/stored-spec.ts';
import { isBegun } from '../../run/study/start-study.ts';
import { cellOf } from '../../spec/sweep/value-text.ts';
import { withPackagesFor } from '../../store/optional-packages.ts';
import { openRun, openSeries, type Run, writeOutput, writePieces } from '../../store/store.ts';
import { type ListedPoint, pointDirectory, type StoredStudy } from '../../store/study.ts';
import { pointRuns } from '../summary/point-runs.ts';
import { csvHeader, csvRows, quoted, recordedNames } from './csv.ts';
import { type Format, holdsSpinsAlone } from './export.ts';
import type { TableColumns } from './hdf5.ts';
import { jsonPieces } from './json.ts';
import { exportSpinsOfStudy } from './study-spins.ts';

/** `file`: of formats that hold spins alone a folder. The whole file or, whatever happens, the one that was there before. `tables`: the estimates of all points by the names of their groups, which HDF5 has beside the samples. Throws as exportRun. */
export async function exportStudy(
  format: Format,
  file: string,
  study: StoredStudy,
  tables: () => Readonly<Record<string, TableColumns>>,
): Promise<void> {
  const begun = { ...study, points: study.points.filter((point) => isBegun(study.directory, point)) };
  if (format === 'csv') await writePieces(file, () => csvOfStudy(begun));
  else if (format === 'json') await writePieces(file, () => jsonOfStudy(begun));
  else if (holdsSpinsAlone(format)) await exportSpinsOfStudy(format, file, begun);
  else await writeHdf5(file, begun, tables());
}

const runOf = ({ directory }: StoredStudy, { name }: ListedPoint): Run => openRun(pointDirectory(directory, name));

function* csvOfStudy(study: StoredStudy): Generator<string> {
  const { keys, runs } = pointRuns(study);
  const names = [...new Set(runs.flatMap(({ run }) => recordedNames(run)))];
  yield `point,${[...keys.map(quoted), csvHeader(names)].join(',')}`;
  for (const { name, values, run } of runs) {
    const cells = keys.map((key) => quoted(cellOf(key, values[key])));
    yield* withCells([quoted(name), ...cells].join(','), run, names);
  }
}

function* withCells(cells: string, run: Run, names: readonly string[]): Generator<string> {
  const series = openSeries(run);
  try {
    for (const rows of csvRows({ series, warmUp: specOf(run).sampling.warmUp, temperature: [], names }))
      yield rows.replace(/^(?=.)/gm, `${cells},`);
  } finally {
    series.close();
  }
}

function* jsonOfStudy(study: StoredStudy): Generator<string> {
  yield `{"keys":${JSON.stringify(study.keys)},"points":[`;
  for (const [index, point] of study.points.entries()) {
    const { name, values } = point;
    yield `${index > 0 ? ',' : ''}\n${JSON.stringify({ name, values }).slice(0, -1)},"run":`;
    yield* jsonPieces({ run: runOf(study, point) });
    yield '}';
  }
  yield ']}\n';
}

async function writeHdf5(
  file: string,
  study: StoredStudy,
  tables: Readonly<Record<string, TableColumns>>,
): Promise<void> {
  const { hdf5Writer, setAttributes, writeColumns, writeRunData } = await withPackagesFor(
    'HDF5 files',
    () => import('./hdf5.ts'),
  );
  const write = await hdf5Writer();
  await writeOutput(file, (path) =>
    write(path, (root) => {
      for (const [name, table] of Object.entries(tables)) writeColumns(root.create_group(name), table);
      const folder = root.create_group('points');
      for (const point of study.points) {
        const group = folder.create_group(point.name);
        setAttributes(group, attributesOf(point));
        writeRunData(group, runOf(study, point));
      }
    }),
  );
}

const attributesOf = ({ values }: ListedPoint): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === 'number' ? value : cellOf(key, value)]),
  );
