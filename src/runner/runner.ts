/** Runs of chains in worker threads, with checkpoints: they can be stopped at any time and resume bit-identically. */

export type { Chain, ChainProgram, ProgramModule, ProgramSource, Sample } from './chain-program.ts';
export { type EventLog, openEventLog } from './event-log.ts';
export type { ChainEvent, EventListener, RunEvent, TrialEvent, TrialProgressEvent } from './events.ts';
export { type Failure, failureOf, inWorker, isSet, stopFlag, workerModule } from './in-worker.ts';
export { INTERRUPTED, type Interruption, interruptionBySignals } from './interruption.ts';
export { type RunObserver, type RunOutcome, type RunPlan, runChains } from './run-chains.ts';
export { type StatusOptions, type StatusOutput, statusLine } from './status-line.ts';
