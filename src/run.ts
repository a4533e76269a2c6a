/**
 * Runs by a program: what the command line does with a run directory, as functions. A run is started from a spec, advanced by worker threads until it has its
 * samples, resumed after any interruption, and read.
 *
 * A third entry, `spinformer/run`, for Node alone.
 *
 * @module spinformer/run
 */

export type { AutoChoice } from './chain/auto/auto.ts';
export type { Attempt } from './chain/auto/tried-candidate.ts';
export type { SampledWeight } from './chain/filling/budget.ts';
export type { Density } from './chain/filling/density.ts';
export type { Tally } from './chain/learning/timed-trial.ts';
export { InputError, MissingPackageError, StorageError } from './errors.ts';
export type { SymmetryDescription } from './exact/symmetry/description.ts';
export { type AdvanceRunOptions, advanceRun, runSpec } from './library/advance.ts';
export {
  type RunConfiguration,
  type RunSeries,
  readConfigurations,
  readModel,
  readSeries,
} from './library/read.ts';
export { extendRun, openRun, type Run, startRun } from './library/run.ts';
export { type RunStudyOptions, runStudy } from './library/study.ts';
export {
  type ExportOptions,
  estimateObservables,
  exportRun,
  summariseRun,
  summariseTempered,
} from './library/summarise.ts';
export { summariseStudy } from './library/summarise-study.ts';
export type { AbsoluteLogPartition } from './results/study/absolute-log-partition.ts';
export type { Direction } from './results/study/along-field.ts';
export type { AveragedEstimate } from './results/study/averaged-value.ts';
export type { StudyAverage } from './results/study/averages.ts';
export type { Value } from './results/study/averages-at.ts';
export type {
  ExtrapolatedCrossing,
  ExtrapolatedValue,
  MeanAndError,
  NoStudyCrossing,
  StudyCrossing,
  StudyCrossings,
} from './results/study/crossings.ts';
export type { Curve, CurveValues } from './results/study/curve.ts';
export type { CurvesOfGroup } from './results/study/curves.ts';
export type { FindingsWanted, StudyCurves, StudyFindings } from './results/study/findings.ts';
export type { Peak } from './results/study/peak.ts';
export type { PointStatus, StudyPointReport } from './results/study/read-points.ts';
export type { ScalingOptions, StudyScaling } from './results/study/scaling.ts';
export type { StudyReport } from './results/study/study-json.ts';
export type { PairRate } from './results/summary/better-ladder.ts';
export type { Comparison, Reason, Worst } from './results/summary/comparison.ts';
export type { Costs, Efficiency, TimePart } from './results/summary/costs.ts';
export type { FillingDeviation, FillingSummary } from './results/summary/filling.ts';
export type { LadderReport, RungReport } from './results/summary/ladder.ts';
export type { LadderExchanges, RoundTrips } from './results/summary/ladder-exchanges.ts';
export type { LargestStructureFactor } from './results/summary/largest.ts';
export type { Rates } from './results/summary/rates.ts';
export type { ReportedEstimate, RunReport } from './results/summary/run-json.ts';
export type { Thermalisation } from './results/summary/thermalisation.ts';
export type { RunEvent } from './run/conductor/run-events.ts';
export type {
  FillingEvent,
  FillingFoundEvent,
  FillingProgressEvent,
  FillingStageEvent,
} from './run/filling/filling-events.ts';
export type { FailedPoint, StudyOutcome } from './run/study/advance-study.ts';
export type { StudyEvent } from './run/study/study-events.ts';
export type { StudyProgress } from './run/study/study-progress.ts';
export type {
  FlowStageEvent,
  GenerationEvent,
  TrainingEvent,
  TrialEvent,
  TrialProgressEvent,
} from './run/training/training-events.ts';
export type { ChainEvent, ChainsEvent, NamedEstimate, RunOutcome, Standing } from './runner/runner.ts';
export type { StudyPoint, SweptValue } from './spec/study.ts';
export type { CollapsedPoint } from './statistics/collapse-figure.ts';
export type { ListedPoint } from './store/study.ts';
export type { Loss } from './training/fit/loss.ts';
export type { GenerationRecord } from './training/loop/self-learning.ts';
