/** What a point of a study has found: from its report, or so far. */
import { isTempered, type LadderReport, ladderJson, summariseLadder } from '../results/summary/ladder.ts';
import { currentReport } from '../results/summary/report-file.ts';
import { type RunReport, runJson } from '../results/summary/run-json.ts';
import { summarise } from '../results/summary/summary.ts';
import { openRun } from '../store/store.ts';
import type { Found } from './state.ts';

type Report = RunReport | LadderReport;

/** From the report that a point leaves at its end; a window writes none. */
export const foundAtEnd = (directory: string): Found[] | undefined =>
  ifReadable(() => {
    const text = currentReport(directory);
    return text === undefined ? undefined : (JSON.parse(text) as Report);
  });

/** From the samples that are there, all of which are read. */
export const foundSoFar = (directory: string): Found[] | undefined =>
  ifReadable(() => {
    const run = openRun(directory);
    return isTempered(run) ? ladderJson(summariseLadder(run)) : runJson(summarise(run));
  });

/** What is wrong with files the status tells. */
function ifReadable(read: () => Report | undefined): Found[] | undefined {
  try {
    const report = read();
    return report && foundIn(report);
  } catch {
    return undefined;
  }
}

function foundIn(report: Report): Found[] {
  if (!('temperatures' in report)) return [{ observables: meansOf(report) }];
  return report.temperatures.map((one) => ({ temperature: one.temperature, observables: meansOf(one) }));
}

const meansOf = ({ observables }: RunReport): Found['observables'] =>
  Object.fromEntries(
    Object.entries(observables).flatMap(([name, { mean, error }]) =>
      mean === null || error === null ? [] : [[name, [mean, error] as const]],
    ),
  );
