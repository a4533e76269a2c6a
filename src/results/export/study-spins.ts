/** The configurations of a study: a folder with a file for each of its points, and a table of contents. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../../errors.ts';
import { cellOf } from '../../spec/sweep/value-text.ts';
import { makeFolder } from '../../store/files.ts';
import { isStandardOutput, writePieces } from '../../store/store.ts';
import type { StoredStudy } from '../../store/study.ts';
import { type PointRun, pointRuns, TEMPERATURE } from '../summary/point-runs.ts';
import { quoted } from './csv.ts';
import { equilibriumCount } from './equilibrium-configurations.ts';
import { exportRun, extensionOf, type Format } from './export.ts';

/** Where the table of contents is. */
const CONTENTS = 'contents.csv';

/** A file for each point that has begun, of tempered ones for each temperature; contents.csv has the swept values of each. Throws as exportRun, and InputError where `folder` is no folder. */
export async function exportSpinsOfStudy(format: Format, folder: string, study: StoredStudy): Promise<void> {
  requireFolder(format, folder);
  makeFolder(folder);
  const { keys, runs } = pointRuns(study);
  const lines: string[] = [];
  for (const point of runs) {
    const isAlone = runs.filter(({ name }) => name === point.name).length === 1;
    const file = `${isAlone ? point.name : withTemperature(point)}.${extensionOf(format)}`;
    await exportRun(format, join(folder, file), { run: point.run });
    const cells = keys.map((key) => cellOf(key, point.values[key]));
    lines.push(lineOf([file, point.name, ...cells, String(equilibriumCount(point.run))]));
  }
  const heading = lineOf(['file', 'point', ...keys, 'configurations']);
  await writePieces(join(folder, CONTENTS), () => [heading, ...lines]);
}

const withTemperature = ({ name, values }: PointRun): string => `${name},temperature=${values[TEMPERATURE]}`;

const lineOf = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\n`;

function requireFolder(format: Format, folder: string): void {
  const wanted = `--format ${format} of a study: expected a folder for the files of its points`;
  if (isStandardOutput(folder)) throw new InputError(`${wanted}, found standard output`);
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found && !found.isDirectory()) throw new InputError(`${wanted}, found the file ${folder}`);
}
