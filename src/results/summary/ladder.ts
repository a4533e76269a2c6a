/** What a tempered run has found so far: a summary for each temperature, and how its ladder works. */
import { checkpointOfRung } from '../../chain/ladder-checkpoint.ts';
import { rungRuns } from '../../run/conductor/rungs.ts';
import { specOf } from '../../run/conductor/stored-spec.ts';
import type { Run } from '../../store/store.ts';
import { type LadderExchanges, ladderExchanges } from './ladder-exchanges.ts';
import { type RunData, readRunData } from './run-data.ts';
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

/** The data of every temperature, one after the other: `use` is called before the next is read. */
export function mapRungs<T>(run: Run, use: (data: RunData) => T): T[] {
  const rungs = rungRuns(run);
  return rungs.map((rung, index) => {
    const data = rungData(rung, index, rungs.length);
    try {
      return use(data);
    } finally {
      data.series.close();
    }
  });
}

/** A checkpoint is that of the whole ladder. */
function rungData(rung: Run, index: number, count: number): RunData {
  const data = readRunData(rung);
  const checkpoints = data.checkpoints.map(
    (checkpoint) => checkpoint && checkpointOfRung(checkpoint, index, count),
  );
  return { ...data, checkpoints, counters: checkpoints.map((checkpoint) => checkpoint?.counters ?? {}) };
}

/** `look` takes the data of every temperature while they are open. Throws as openSeries. */
export function summariseLadder(run: Run, look: (data: RunData, summary: RunSummary) => void = () => {}): LadderSummary {
  const { sampling } = specOf(run);
  const rungs = mapRungs(run, (data) => {
    const summary = summaryOf(data);
    look(data, summary);
    return { temperature: data.spec.model.temperature, summary };
  });
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
