/** A summary as programs read it: what `report --json` prints, and RUN/report.json holds. */
import type { ModelCard } from '../../effective/weights/card.ts';
import type { Estimate } from '../../statistics/estimate.ts';
import type { RunSummary } from './summary.ts';

/** An observable of a report. */
export interface ReportedEstimate {
  /** Null where there is not enough data for an error bar. */
  readonly mean: number | null;
  /** One standard deviation; 0 of a constant. */
  readonly error: number | null;
  /** Integrated autocorrelation time in samples, ½ for independent ones; none of a constant. */
  readonly tau?: number;
  readonly tauError?: number;
  /** Samples/2τ. */
  readonly effectiveSamples?: number;
  /** Rank-normalised split-R̂ of plain means. */
  readonly rHat?: number;
  /** The mean may be off by as much through the evaluation of the observable, beside `error`. */
  readonly resolution?: number;
  /** The mean of a positive quantity that is not resolved is below this, at two standard deviations. */
  readonly upperBound?: number;
  /** Why there is no number though there are data. */
  readonly reason?: string;
  /** Samples at hand and samples wanted at least, where there is not enough data. */
  readonly samples?: number;
  readonly needed?: number;
}

/** The report of a run: plain data, the object that `report --json` prints. */
export interface RunReport extends Omit<RunSummary, 'observables'> {
  /** Every observable by name. */
  readonly observables: Readonly<Record<string, ReportedEstimate>>;
  /** J_1, J_2, … of a linear model, E = E_0 − Σ_s J_s Σ_⟨ij⟩s S_i·S_j; left out for others. */
  readonly couplings?: readonly number[];
}

export function runJson({ observables, ...rest }: RunSummary): RunReport {
  const couplings = couplingsOf(rest.model).map(([, value]) => value);
  return { observables: reportedEstimates(observables), ...rest, ...(couplings.length > 0 ? { couplings } : {}) };
}

export const reportedEstimates = (observables: RunSummary['observables']): RunReport['observables'] =>
  Object.fromEntries(Object.entries(observables).map(([name, estimate]) => [name, reportedEstimate(estimate)]));

function reportedEstimate({ kind, ...numbers }: Estimate): ReportedEstimate {
  return kind === 'insufficient' ? { mean: null, error: null, ...numbers } : (numbers as ReportedEstimate);
}

/** The estimate that was reported; undefined of one that is no number. */
export function estimateOf({ mean, error, ...rest }: ReportedEstimate): Estimate | undefined {
  if (rest.needed !== undefined) return { kind: 'insufficient', ...rest } as Estimate;
  if (mean === null || error === null) return undefined;
  return { kind: rest.tau === undefined ? 'constant' : 'estimate', mean, error, ...rest } as Estimate;
}

/** Name and value of J_s by shell; none of other models, in which they are no couplings between spins. */
export function couplingsOf(model: ModelCard | undefined): (readonly [name: string, value: number])[] {
  if (model?.kind !== 'linear') return [];
  return Object.entries(model.parameters).filter(([name]) => /^J_\d+$/.test(name));
}
