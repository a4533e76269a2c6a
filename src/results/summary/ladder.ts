/** What a tempered run has found so far: a summary for each temperature, and how its ladder works. */
import { rungRuns } from '../../run/conductor/rungs.ts';
import { specOf } from '../../run/conductor/stored-spec.ts';
import type { Run } from '../../store/store.ts';
import { type LadderExchanges, ladderExchanges } from './ladder-exchanges.ts';
import { type RunData, rungReaders, withData } from './run-data.ts';
import { type RunReport, runJson } from './run-json.ts';
import { type RunSummary, summaryOf } from './summary.ts';

export interface RungSummary {
  readonly temperature: number;
  readonly summary: RunSummary;
}

export interface LadderSummary extends LadderExchanges {
  /** Ascending. */
  readonly rungs: readonly RungSummary[];
}

export const isTempered = (run: Run): boolean => rungRuns(run).length > 0;

/** `look` takes the data of every temperature while they are open. Throws as openSeries. */
export function summariseLadder(
  run: Run,
  look: (data: RunData, summary: RunSummary) => void = () => {},
): LadderSummary {
  const { sampling } = specOf(run);
  const rungs = rungReaders(run).map((open) =>
    withData(open, (data) => {
      const summary = summaryOf(data);
      look(data, summary);
      return { temperature: data.spec.model.temperature, summary };
    }),
  );
  const temperatures = rungs.map(({ temperature }) => temperature);
  return { rungs, ...ladderExchanges(run, temperatures, sampling.warmUp) };
}

/** The report of a run at one temperature of its ladder. */
export interface RungReport extends RunReport {
  readonly temperature: number;
}

/** The report of a tempered run: plain data, the object that `report --json` prints. Errors of different temperatures are correlated, since configurations are exchanged. */
export interface LadderReport extends LadderExchanges {
  readonly temperatures: readonly RungReport[];
}

export function ladderJson({ rungs, ...exchanges }: LadderSummary): LadderReport {
  return {
    temperatures: rungs.map(({ temperature, summary }) => ({ temperature, ...runJson(summary) })),
    ...exchanges,
  };
}
