/** What a run directory holds, read once. */
import type { AutoChoice } from '../../chain/auto/auto.ts';
import type { Checkpoint, Numbers } from '../../chain/checkpoint.ts';
import type { Filling } from '../../chain/filling/filling.ts';
import { checkpointOfRung } from '../../chain/ladder-checkpoint.ts';
import type { ModelCard } from '../../effective/weights/card.ts';
import type { ModelParameters } from '../../exact/model.ts';
import type { FlowCard } from '../../flow/card.ts';
import { cache } from '../../numeric/cache.ts';
import { rungRuns } from '../../run/conductor/rungs.ts';
import { specOf } from '../../run/conductor/stored-spec.ts';
import { readFilling } from '../../run/filling/filling-file.ts';
import { readChoice } from '../../run/training/choice-file.ts';
import { readLearnedFlow } from '../../run/training/learned-flow.ts';
import { readLearnedModel } from '../../run/training/learned-models.ts';
import { sampledParameters } from '../../spec/model-parameters.ts';
import type { Spec } from '../../spec/spec.ts';
import { withStandIn } from '../../spec/stand-in.ts';
import { fingerprintOf } from '../../store/fingerprint.ts';
import { lastCheckpoint, type OpenSeries, openSeries, type Run } from '../../store/store.ts';

/** Chains by their index: the first has index 0 and number 1. */
export interface RunData {
  readonly run: Run;
  /** What the files held, or less: they were looked at before anything was read. Undefined where that cannot be told. */
  readonly source: string | undefined;
  readonly spec: Spec;
  readonly parameters: ModelParameters;
  /** All samples as they are stored; to be closed when nothing is read any more. */
  readonly series: OpenSeries;
  /** Column by name and chain, those of the warm-up first; chains without samples are empty. No chains for a name that is not there. */
  readonly stored: Columns;
  /** The same without the warm-up. */
  readonly measured: Columns;
  /** Last checkpoint of each chain; undefined for chains without samples. */
  readonly checkpoints: readonly (Checkpoint | undefined)[];
  readonly counters: readonly Numbers[];
  /** Card of the learned model, where there is one. */
  readonly model: ModelCard | undefined;
  /** Card of the flow, where there is one. */
  readonly flow: FlowCard | undefined;
  /** Choice of a run that chooses model and sampler itself. */
  readonly choice: AutoChoice | undefined;
  /** How a run with a filling has found its chemical potential. */
  readonly filling: Filling | undefined;
}

export type Columns = (name: string) => readonly Float64Array[];

/** The data of a run, of a tempered one those of its lowest temperature, whose series are to be closed; throws as openSeries. */
export function readRunData(run: Run): RunData {
  const [lowest] = rungReaders(run);
  return lowest ? lowest() : dataOf(run, foundIn(run));
}

/** What `use` makes of the data that `open` opens, whose series are closed afterwards. */
export function withData<T>(open: () => RunData, use: (data: RunData) => T): T {
  const data = open();
  try {
    return use(data);
  } finally {
    data.series.close();
  }
}

/** What opens the data of each temperature of a tempered run, ascending, as readRunData does; none of another. Throws as openSeries. */
export function rungReaders(run: Run): (() => RunData)[] {
  const rungs = rungRuns(run);
  if (rungs.length === 0) return [];
  const { source, checkpoints } = foundIn(run);
  return rungs.map((rung, k) => () => {
    const ofRung = checkpoints.map((whole) => whole && checkpointOfRung(whole, k, rungs.length));
    return dataOf(rung, { source, checkpoints: ofRung });
  });
}

/** What is one for all temperatures of a run. */
type Found = Pick<RunData, 'source' | 'checkpoints'>;

function foundIn(run: Run): Found {
  // Looked at before anything is read.
  const source = fingerprintOf(run.directory);
  return { source, checkpoints: chainsOf(run).map((chain) => lastCheckpoint(run, chain)) };
}

const chainsOf = (run: Run): number[] => Array.from({ length: specOf(run).sampling.chains }, (_, index) => index + 1);

function dataOf(run: Run, { source, checkpoints }: Found): RunData {
  const spec = specOf(run);
  // A run that has not found its chemical potential has no samples either.
  const parameters = sampledParameters(withStandIn(spec));
  const numbers = chainsOf(run);
  const [model, flow] = [readLearnedModel(run)?.card, readLearnedFlow(run)?.card];
  const [choice, filling] = [readChoice(run), readFilling(run)];
  const counters = checkpoints.map((checkpoint) => checkpoint?.counters ?? {});
  // Opened last: what throws before leaves nothing open.
  const series = openSeries(run);
  const stored = columnsOf(series, numbers);
  const measured: Columns = (name) => stored(name).map((chain) => chain.subarray(spec.sampling.warmUp));
  const found = { model, flow, choice, filling };
  return { run, source, spec, parameters, series, stored, measured, checkpoints, counters, ...found };
}

/** The column that was asked for last stays in memory: it is often asked for again. */
function columnsOf({ names, lengths, read }: OpenSeries, numbers: readonly number[]): Columns {
  const latest = cache<readonly Float64Array[]>(1);
  const columnOf = (chain: number, column: number) =>
    chain > lengths.length ? new Float64Array() : read(chain - 1, column);
  return (name) => {
    const column = names.indexOf(name);
    return column < 0 ? [] : latest(name, () => numbers.map((chain) => columnOf(chain, column)));
  };
}

/** Statistics take no empty chains. */
export const filled = (chains: readonly Float64Array[]): Float64Array[] => chains.filter(({ length }) => length > 0);
