/** The report of a run, tempered or not. */
import type { Run } from '../../store/store.ts';
import { isTempered, type LadderReport, ladderJson, summariseLadder } from './ladder.ts';
import { type RunReport, runJson } from './run-json.ts';
import { summarise } from './summary.ts';

/** The object that `report --json` prints. Throws as openSeries. */
export const reportOf = (run: Run): RunReport | LadderReport =>
  isTempered(run) ? ladderJson(summariseLadder(run)) : runJson(summarise(run));
