/** What a run has found so far: estimates of every observable, rates and costs. The JSON of `report --json`. */
import type { AutoChoice } from '../../chain/auto/auto.ts';
import { LOG_RATIO } from '../../chain/sample-row.ts';
import type { ModelCard } from '../../effective/weights/card.ts';
import { describeSymmetries, type SymmetryDescription } from '../../exact/symmetry/description.ts';
import { exactSymmetries } from '../../exact/symmetry/exact-symmetries.ts';
import type { FlowCard } from '../../flow/card.ts';
import type { Observables } from '../../observables/observable.ts';
import { observablesFor } from '../../observables/observables-for.ts';
import { structureFactorWaveNumbers } from '../../observables/structure-factor.ts';
import { methodOf } from '../../spec/learns.ts';
import type { Spec } from '../../spec/spec.ts';
import { startOf } from '../../spec/start.ts';
import type { Estimate } from '../../statistics/estimate.ts';
import type { Run } from '../../store/store.ts';
import { type Costs, costs, type Efficiency, efficiency, totalOf } from './costs.ts';
import { accuraciesOf, estimates, leadingWaveEstimates, weightsOf } from './estimates.ts';
import { type FillingSummary, fillingSummary } from './filling.ts';
import { type LargestStructureFactor, largestStructureFactor, orderParameter } from './largest.ts';
import { partitionEstimates } from './partition-function.ts';
import { type Rates, rates } from './rates.ts';
import { filled, type RunData, readRunData, withData } from './run-data.ts';
import { type Thermalisation, thermalisation, withoutStarts } from './thermalisation.ts';

export interface RunSummary {
  readonly observables: Readonly<Record<string, Estimate>>;
  /** Wave numbers by structure factor: the n of all q = Σ_d (n_d/L_d) b_d that it is the mean of. */
  readonly waveNumbers: Readonly<Record<string, readonly (readonly number[])[]>>;
  /** Which q is the largest, with its value; null without samples. */
  readonly largestStructureFactor: LargestStructureFactor | null;
  /** The order parameter, which tells how ordered the spins are; null without samples. */
  readonly orderParameter: string | null;
  /** Rates of all chains together, and of each. */
  readonly acceptance: Rates & { readonly byChain: readonly Rates[] };
  readonly cost: Costs;
  readonly efficiency: Efficiency | null;
  readonly thermalisation: Thermalisation;
  /** Kept samples by chain, those of the warm-up left out. */
  readonly samples: readonly number[];
  /** Kept samples that every chain shall have. */
  readonly samplesWanted: number;
  readonly method: Spec['sampling']['method'];
  /** μ of the samples; null where a run with a filling has not found it yet. */
  readonly chemicalPotential: number | null;
  /** How μ was found, where the spec gives a filling, and whether ⟨n⟩ is as wanted. */
  readonly filling: FillingSummary | undefined;
  /** Symmetries by which samples are copied at random; null where the spec does not want that. */
  readonly symmetries: SymmetryDescription | null;
  /** Card of the learned model, where there is one. */
  readonly model: ModelCard | undefined;
  /** Card of the flow, where there is one. */
  readonly flow: FlowCard | undefined;
  /** All that was tried, of a run that chooses model and sampler itself. */
  readonly choice: AutoChoice | undefined;
  /** Fingerprint of the files that all this is made from: it changes with them. Null while one of them is being written to. */
  readonly source: string | null;
}

export const summarise = (run: Run): RunSummary => withData(() => readRunData(run), summaryOf);

/** The estimates of a summary alone: without comparing the chains, which takes as long again. */
export const estimatesOfRun = (run: Run): RunSummary['observables'] =>
  withData(
    () => readRunData(run),
    (data) => analysed(data).observables,
  );

const observablesOf = ({ parameters, spec }: RunData): Observables =>
  observablesFor(parameters, spec.observables.families);

/** The estimates of the order at a given wave vector, of a run that has samples. `wave`: the name of its structure factor. */
export const estimatesAtWave = (data: RunData, wave: string): RunSummary['observables'] =>
  leadingWaveEstimates(data, wave, accuraciesOf(data, observablesOf(data).primary), weightsOf(data));

/** The estimates of all observables, and what they are made with. */
function analysed(data: RunData) {
  const { primary, derived } = observablesOf(data);
  const samples = data.measured(LOG_RATIO).map(({ length }) => length);
  const accuracies = accuraciesOf(data, primary);
  const hasSamples = samples.some((length) => length > 1);
  const weights = hasSamples ? weightsOf(data) : undefined;
  const found = hasSamples ? estimates(data, { primary, derived }, accuracies, weights) : {};
  const largest = largestStructureFactor(data, found, weights);
  const leading = largest ? leadingWaveEstimates(data, largest.name, accuracies, weights) : {};
  const partition = hasSamples ? partitionEstimates(data) : {};
  return { primary, samples, accuracies, weights, largest, observables: { ...found, ...leading, ...partition } };
}

export function summaryOf(data: RunData): RunSummary {
  const { spec, parameters, model, flow, choice, filling, source = null } = data;
  const { primary, samples, accuracies, weights, largest, observables } = analysed(data);
  const cost = costs(data);
  const order = orderParameter(data, observables, weights);
  return {
    observables,
    cost,
    efficiency: efficiency(observables, order, cost),
    largestStructureFactor: largest,
    orderParameter: order ?? null,
    waveNumbers: structureFactorWaveNumbers(parameters.lattice, parameters),
    acceptance: acceptance(data),
    thermalisation: thermalisationOf(data, primary, accuracies, order),
    symmetries: spec.sampling.symmetryMoves ? describeSymmetries(exactSymmetries(parameters)) : null,
    samples,
    samplesWanted: spec.sampling.samples,
    method: spec.sampling.method,
    chemicalPotential: spec.model.chemicalPotential ?? null,
    filling: filling && fillingSummary(filling, observables.density),
    model,
    flow,
    choice,
    source,
  };
}

function thermalisationOf(
  { spec, stored }: RunData,
  primary: Observables['primary'],
  accuracies: ReturnType<typeof accuraciesOf>,
  order: string | undefined,
): Thermalisation {
  const { warmUp, start } = spec.sampling;
  const names = primary.map(({ name }) => name);
  if (methodOf(spec).independent) return withoutStarts(names, warmUp);
  const observables = names.map((name) => ({
    name,
    resolution: accuracies[name].resolution,
    // Read when it is looked at: all at once would fill the memory.
    get chains() {
      return stored(name);
    },
  }));
  return thermalisation(observables, warmUp, { order, isMixed: startOf(start).kind === 'hot-and-cold' });
}

function acceptance({ counters, measured }: RunData): RunSummary['acceptance'] {
  const logRatios = measured(LOG_RATIO);
  const byChain = counters.map((counts, index) => rates(totalOf([counts]), filled(logRatios.slice(index, index + 1))));
  return { ...rates(totalOf(counters), filled(logRatios)), byChain };
}
