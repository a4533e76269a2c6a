/** What a run has found so far: estimates of every observable, rates and costs. The JSON of `report --json`. */
import type { ModelCard } from '../../effective/weights/card.ts';
import type { DerivedObservable, Observable } from '../../observables/observable.ts';
import { observablesFor } from '../../observables/observables-for.ts';
import { structureFactorWaveNumbers } from '../../observables/structure-factor.ts';
import {
  type Estimate,
  estimateDerived,
  estimateMean,
  estimateWeightedDerived,
  estimateWeightedMean,
} from '../../statistics/estimate.ts';
import { specOf } from '../job/job.ts';
import { readLearnedModel } from '../job/learned.ts';
import { LOG_IMPORTANCE, LOG_RATIO } from '../job/program.ts';
import { modelParameters } from '../model-parameters.ts';
import type { Spec } from '../spec/spec.ts';
import { lastCheckpoint, type Run, readSeries } from '../store/store.ts';
import { type Rates, rates } from './rates.ts';

export interface RunSummary {
  readonly observables: Readonly<Record<string, Estimate>>;
  /** By structure factor, the n of all q = Σ_d (n_d/L_d) b_d that it is the mean of. */
  readonly waveNumbers: Readonly<Record<string, readonly (readonly number[])[]>>;
  readonly acceptance: Rates;
  readonly cost: Readonly<Record<'exactEvaluations' | 'effectiveEvaluations' | 'seconds', number>>;
  /** Kept samples by chain, those of the warm-up left out. */
  readonly samples: readonly number[];
  readonly method: Spec['sampling']['method'];
  /** Of the learned model, where there is one. */
  readonly model: ModelCard | undefined;
}

/** `chains[chain]` by name, without the warm-up. */
type Columns = (name: string) => Float64Array[];

export function summarise(run: Run): RunSummary {
  const spec = specOf(run);
  const columns = measuredColumns(run, spec.sampling.warmUp);
  const counters = Array.from({ length: spec.sampling.chains }, (_, c) => lastCheckpoint(run, c + 1)?.counters ?? {});
  const total = (name: string) => counters.reduce((sum, counts) => sum + (counts[name] ?? 0), 0);
  const parameters = modelParameters(spec);
  const { primary, derived } = observablesFor(parameters);
  const samples = columns(LOG_RATIO).map(({ length }) => length);
  return {
    observables: samples.some((length) => length > 1) ? estimates(columns, primary, derived, spec) : {},
    waveNumbers: structureFactorWaveNumbers(parameters.lattice),
    acceptance: rates(total, columns(LOG_RATIO)),
    cost: {
      ...{ exactEvaluations: total('exactEvaluations'), effectiveEvaluations: total('effectiveEvaluations') },
      seconds: total('milliseconds') / 1000,
    },
    samples,
    method: spec.sampling.method,
    model: readLearnedModel(run)?.card,
  };
}

function measuredColumns(run: Run, warmUp: number): Columns {
  const { names, chains } = readSeries(run);
  return (name) => {
    const column = names.indexOf(name);
    return column < 0 ? [] : chains.map((chain) => chain[column].subarray(warmUp)).filter(({ length }) => length > 0);
  };
}

function estimates(
  columns: Columns,
  primary: readonly Observable[],
  derived: readonly DerivedObservable[],
  { sampling }: Spec,
): Record<string, Estimate> {
  const logWeights = sampling.method === 'reweighting' ? columns(LOG_IMPORTANCE) : undefined;
  const mean = (name: string) =>
    logWeights ? estimateWeightedMean(columns(name), logWeights) : estimateMean(columns(name));
  const combined = ({ inputs, evaluate }: DerivedObservable) =>
    logWeights
      ? estimateWeightedDerived(inputs.map(columns), logWeights, evaluate)
      : estimateDerived(inputs.map(columns), evaluate);
  return Object.fromEntries([
    ...primary.map(({ name }) => [name, mean(name)]),
    ...derived.map((observable) => [observable.name, combined(observable)]),
  ]);
}
