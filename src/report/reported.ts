/** A run in words and as JSON, tempered or not. */
import { isTempered, type LadderReport, ladderJson, summariseLadder } from '../results/summary/ladder.ts';
import { type RunData, readRunData, withData } from '../results/summary/run-data.ts';
import { type RunReport, runJson } from '../results/summary/run-json.ts';
import { type RunSummary, summaryOf } from '../results/summary/summary.ts';
import type { Run } from '../store/store.ts';
import { ladderText } from './ladder.ts';
import { runText } from './run.ts';

/** The table of a run, and what `report --json` prints. */
export interface Reported {
  readonly text: string;
  readonly json: RunReport | LadderReport;
}

/** Takes the data of a run, or of one temperature of it, while they are open. */
type Look = (data: RunData, summary: RunSummary) => void;

/** The report of a run as it is now. `chosen`: the observables in the table of a tempered one. Throws as openSeries, and InputError for observables that there are not. */
export function reported(run: Run, look: Look = () => {}, chosen?: readonly string[]): Reported {
  if (isTempered(run)) {
    const summary = summariseLadder(run, look);
    return { text: ladderText(summary, chosen), json: ladderJson(summary) };
  }
  return withData(
    () => readRunData(run),
    (data) => {
      const summary = summaryOf(data);
      look(data, summary);
      return { text: runText(summary), json: runJson(summary) };
    },
  );
}
