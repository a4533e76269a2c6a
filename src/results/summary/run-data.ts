/** What a run directory holds, read once. */
import type { AutoChoice } from '../../chain/auto/auto.ts';
import type { Checkpoint, Numbers } from '../../chain/checkpoint.ts';
import type { ModelCard } from '../../effective/weights/card.ts';
import type { ModelParameters } from '../../exact/model.ts';
import { specOf } from '../../run/conductor/stored-spec.ts';
import { readChoice } from '../../run/training/choice-file.ts';
import { readLearnedModel } from '../../run/training/learned-models.ts';
import { sampledParameters } from '../../spec/model-parameters.ts';
import type { Spec } from '../../spec/spec.ts';
import { lastCheckpoint, type Run, readSeries, type Series } from '../../store/store.ts';

/** Chains by their index: the first has index 0 and number 1. */
export interface RunData {
  readonly run: Run;
  readonly spec: Spec;
  readonly parameters: ModelParameters;
  /** All samples as they are stored. */
  readonly series: Series;
  /** Column by name and chain, those of the warm-up first; chains without samples are empty. No chains for a name that is not there. */
  readonly stored: Columns;
  /** The same without the warm-up. */
  readonly measured: Columns;
  /** Last checkpoint of each chain; undefined for chains without samples. */
  readonly checkpoints: readonly (Checkpoint | undefined)[];
  readonly counters: readonly Numbers[];
  /** Card of the learned model, where there is one. */
  readonly model: ModelCard | undefined;
  /** Choice of a run that chooses model and sampler itself. */
  readonly choice: AutoChoice | undefined;
}

export type Columns = (name: string) => readonly Float64Array[];

/** The data of a run; throws InputError as readSeries. */
export function readRunData(run: Run): RunData {
  const spec = specOf(run);
  const series = readSeries(run);
  const { names, chains } = series;
  const numbers = Array.from({ length: spec.sampling.chains }, (_, index) => index + 1);
  const checkpoints = numbers.map((chain) => lastCheckpoint(run, chain));
  const stored: Columns = (name) => {
    const column = names.indexOf(name);
    return column < 0 ? [] : numbers.map((chain) => chains[chain - 1]?.[column] ?? new Float64Array());
  };
  return {
    run,
    spec,
    parameters: sampledParameters(spec),
    series,
    stored,
    checkpoints,
    measured: (name) => stored(name).map((chain) => chain.subarray(spec.sampling.warmUp)),
    counters: checkpoints.map((checkpoint) => checkpoint?.counters ?? {}),
    model: readLearnedModel(run)?.card,
    choice: readChoice(run),
  };
}

/** Statistics take no empty chains. */
export const filled = (chains: readonly Float64Array[]): Float64Array[] => chains.filter(({ length }) => length > 0);
