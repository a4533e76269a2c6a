/** Runs of chains in worker threads, with checkpoints: they can be stopped at any time and resume bit-identically. */

export type { Chain, ChainProgram, Sample } from '../chain/chain.ts';
export { durationText } from '../words/duration.ts';
export { type EventLog, openEventLog } from './event-log.ts';
export type { ChainEvent, ChainsEvent, ChainsListener, NamedEstimate, Notice, Standing } from './events.ts';
export { type Failure, failureOf, inWorker, isSet, stopFlag, taskOfWorker } from './in-worker.ts';
export { INTERRUPTED, type Interruption, interruptionBySignals } from './interruption.ts';
export { lineInPlace, type StatusOptions, type StatusOutput } from './line-in-place.ts';
export { adoptModules, workerModule } from './modules.ts';
export type { ProgramModule, ProgramSource } from './program-source.ts';
export {
  type ChainsObserver,
  type ChainTasks,
  chainTasks,
  type RunOutcome,
  type RunPlan,
  runChains,
} from './run-chains.ts';
export { statusLine } from './status-line.ts';
export { onPool, type Work, type WorkerPool } from './worker-pool.ts';
