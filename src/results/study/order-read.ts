/** The order of a point at the wave vector of its curve, where its report has it at another one. */
import { InputError, StorageError } from '../../errors.ts';
import { LEADING_WAVE_DESCRIPTIONS } from '../../observables/leading-wave.ts';
import { rungRuns } from '../../run/conductor/rungs.ts';
import { pooledMean } from '../../statistics/chains.ts';
import { meanUnder } from '../../statistics/weighted.ts';
import { openRun } from '../../store/store.ts';
import { pointDirectory, type StoredStudy } from '../../store/study.ts';
import { weightsOf } from '../summary/estimates.ts';
import { filled, type RunData, readRunData, withData } from '../summary/run-data.ts';
import { type ReportedEstimate, type RunReport, reportedEstimates } from '../summary/run-json.ts';
import { estimatesAtWave } from '../summary/summary.ts';

/** Observables by name: those of the order at one wave vector that the lattice has. */
export type OrderRead = RunReport['observables'];

const NAMES = LEADING_WAVE_DESCRIPTIONS.map(({ name }) => name);

/** A point of a study, and which temperature of its ladder. */
interface Place {
  readonly name: string;
  readonly rung: number;
}

/** The mean of a structure factor over all samples, which reports have only where these suffice for an error bar; null where they cannot be read. */
export const readMean = (study: StoredStudy, place: Place, name: string): number | null =>
  unlessTrouble(
    () =>
      withDataOf(study, place, (data) => {
        const [weights, columns] = [weightsOf(data), filled(data.measured(name))];
        return weights ? meanUnder(weights, columns).mean : pooledMean(columns);
      }),
    () => null,
  );

/** `wave`: the name of a structure factor; `isRead`: the chains may be read, without which there are no numbers. */
export function readOrder(study: StoredStudy, place: Place, wave: string, isRead: boolean): OrderRead {
  if (!isRead) return without(`${wave} leads the curve, and too many points would have to be read again`);
  return unlessTrouble(
    () => {
      const found = withDataOf(study, place, (data) => reportedEstimates(estimatesAtWave(data, wave)));
      // As in a report that was read from its file.
      return JSON.parse(JSON.stringify(found));
    },
    ({ message }) => without(message),
  );
}

function withDataOf<T>({ directory }: StoredStudy, { name, rung }: Place, use: (data: RunData) => T): T {
  const run = openRun(pointDirectory(directory, name));
  return withData(() => readRunData(rungRuns(run)[rung] ?? run), use);
}

/** A point that can no longer be read is none the others wait for. */
function unlessTrouble<T>(read: () => T, otherwise: (error: Error) => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InputError || error instanceof StorageError)) throw error;
    return otherwise(error);
  }
}

const without = (reason: string): OrderRead =>
  Object.fromEntries(NAMES.map((name): [string, ReportedEstimate] => [name, { mean: null, error: null, reason }]));

/** The report with these observables in place of its own, and without those that its lattice has not at this wave vector. */
export function withOrder<T extends RunReport>(report: T, order: OrderRead | undefined): T {
  if (!order) return report;
  const kept = Object.entries(report.observables).flatMap(([name, own]) => {
    if (!NAMES.includes(name)) return [[name, own] as const];
    return name in order ? [[name, order[name]] as const] : [];
  });
  return { ...report, observables: { ...Object.fromEntries(kept), ...order } };
}
