/** What a run holds, made from series that were followed. */
import type { Checkpoint } from '../chain/checkpoint.ts';
import { cache } from '../numeric/cache.ts';
import type { RunData } from '../results/summary/run-data.ts';
import { specOf } from '../run/conductor/stored-spec.ts';
import { readFilling } from '../run/filling/filling-file.ts';
import { readChoice } from '../run/training/choice-file.ts';
import { readLearnedFlow } from '../run/training/learned-flow.ts';
import { readLearnedModel } from '../run/training/learned-models.ts';
import { sampledParameters } from '../spec/model-parameters.ts';
import { withStandIn } from '../spec/stand-in.ts';
import type { Run } from '../store/store.ts';
import type { FollowedSeries } from './followed-series.ts';

/** Throws StorageError where a model is damaged. */
export function grownData(run: Run, series: FollowedSeries, checkpoints: readonly (Checkpoint | undefined)[]): RunData {
  const spec = specOf(run);
  const latest = cache<readonly Float64Array[]>(1);
  const stored = (name: string) => {
    const column = series.names.indexOf(name);
    return column < 0 ? [] : latest(name, () => series.lengths.map((_, chain) => series.read(chain, column)));
  };
  return {
    run,
    source: undefined,
    spec,
    parameters: sampledParameters(withStandIn(spec)),
    series,
    stored,
    measured: (name) => stored(name).map((chain) => chain.subarray(spec.sampling.warmUp)),
    checkpoints,
    counters: checkpoints.map((checkpoint) => checkpoint?.counters ?? {}),
    model: readLearnedModel(run)?.card,
    flow: readLearnedFlow(run)?.card,
    choice: readChoice(run),
    filling: readFilling(run),
  };
}
