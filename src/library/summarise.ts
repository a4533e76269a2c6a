/** What a run has found so far, for programs. */
import { InputError } from '../errors.ts';
import { exportRun as writeExport } from '../results/export/export.ts';
import { isTempered, type LadderReport, ladderJson, summariseLadder } from '../results/summary/ladder.ts';
import { type RunReport, runJson } from '../results/summary/run-json.ts';
import { estimatesOfRun, summarise } from '../results/summary/summary.ts';
import type { Estimate } from '../statistics/estimate.ts';
import { type Run, storedRun } from './run.ts';

/**
 * The report of a run: observables with error bars, acceptance, costs, whether the chains still depend on their starts. It is the object that `report --json`
 * prints; where there is not enough data for a number it is null. Of a tempered run it is that of the lowest temperature: see `summariseTempered`.
 *
 * Throws StorageError, naming the file, where one is damaged.
 */
export const summariseRun = (run: Run): RunReport => runJson(summarise(storedRun(run)));

/**
 * The report of a tempered run, temperature by temperature, with what its exchanges came to: the object that `report --json` prints of it.
 *
 * Throws InputError for a run that is not tempered, else as `summariseRun`.
 */
export function summariseTempered(run: Run): LadderReport {
  const stored = storedRun(run);
  if (!isTempered(stored))
    throw new InputError(`${run.directory}: expected a tempered run, found one without [tempering]: see summariseRun`);
  return ladderJson(summariseLadder(stored));
}

/**
 * Estimates of all observables of a run by name, functions of means among them, in the form that `formatEstimate` writes as 0.2913(3); none before a chain
 * has two samples, and chains without samples are left out. Weights, and what the evaluation of an observable resolves, are taken into account: prefer them to `estimateMean` of a series.
 *
 * Throws as `summariseRun`.
 */
export const estimateObservables = (run: Run): Readonly<Record<string, Estimate>> => estimatesOfRun(storedRun(run));

/** A file to write a run to. */
export interface ExportOptions {
  /** h5: HDF5 with series, configurations and estimates. csv: a row per sample. json: spec, report and series. */
  readonly format: 'h5' | 'csv' | 'json';
  /** Replaced in one piece where it exists; "-" is standard output. */
  readonly file: string;
}

/**
 * Writes the samples and estimates of a run to one file for other programs, warm-up included and marked.
 *
 * Rejects with InputError for a format that is none and where the file cannot be written, with MissingPackageError for h5 without the package h5wasm, with StorageError when the disk refuses or a file of the run is damaged; a file that was there before then stays.
 */
export async function exportRun(run: Run, { format, file }: ExportOptions): Promise<void> {
  if (!FORMATS.includes(format))
    throw new InputError(
      `format: expected ${FORMATS.map((one) => `"${one}"`).join(' or ')}, found ${JSON.stringify(format)}`,
    );
  if (typeof file !== 'string' || file === '')
    throw new InputError(`file: expected a path, found ${JSON.stringify(file)}`);
  await writeExport(format, file, { run: storedRun(run) });
}

const FORMATS: readonly string[] = ['h5', 'csv', 'json'] satisfies ExportOptions['format'][];
