/** Training and chains of a run, by a program. */
import { availableParallelism } from 'node:os';
import { InputError } from '../errors.ts';
import { advanceObserved, openToAdvance } from '../run/conductor/conductor.ts';
import { endOfAttempt } from '../run/conductor/fewer-wanted.ts';
import type { RunEvent } from '../run/conductor/run-events.ts';
import type { RunOutcome } from '../runner/runner.ts';
import { type Spec, type SpecInput, specFrom } from '../spec/spec.ts';
import { openRun, type Run, startRun } from './run.ts';

/** How a run is advanced, followed and stopped. */
export interface AdvanceRunOptions {
  /** Chains that advance at the same time, each in a worker thread; one per core where left out. No number depends on it. */
  readonly workers?: number;
  /** Ends the attempt early, once aborted: within a sample, a fit or a trial, everything that was done is safe. */
  readonly signal?: AbortSignal;
  /** Told of everything that happens: generations of the training, trials, progress and checkpoints of chains. It is called between steps and returns before the next: what it throws ends the attempt, what a promise of it rejects with is not heard. */
  readonly onEvent?: (event: RunEvent) => void;
}

/**
 * Trains what the run needs and has not, then advances every chain to the samples that the run wants, from where an earlier attempt ended, bit-identical with
 * a run that was never interrupted. Resolves to "finished", or to "interrupted" after an abort; the same call goes on.
 *
 * Rejects with InputError for a run of another version and for workers that are no whole number above 0, with StorageError when the disk refuses; the run
 * can be resumed in any case.
 */
export function advanceRun(run: Run, options: AdvanceRunOptions = {}): Promise<RunOutcome> {
  return attempt(run, options);
}

/**
 * Starts a run, or resumes it, and advances it to the samples that the spec asks for: `startRun` and `advanceRun` in one. Resolves to the run, after an abort too, with
 * what it holds by then. Rejects as they do.
 *
 *     const run = await runSpec({ lattice: { size: [4, 4] }, model: { temperature: 0.1 } }, { directory: 'runs/first' });
 *     console.log(summariseRun(run).observables.energyPerSite);
 */
export async function runSpec(
  spec: string | SpecInput | Spec,
  { directory, ...options }: AdvanceRunOptions & { readonly directory: string },
): Promise<Run> {
  const run = startRun(spec, directory);
  await attempt(run, options, specFrom(spec).sampling.samples);
  return openRun(directory);
}

async function attempt(run: Run, options: AdvanceRunOptions, samples?: number): Promise<RunOutcome> {
  const { workers = availableParallelism(), signal = new AbortController().signal, onEvent = () => {} } = options;
  if (!Number.isSafeInteger(workers) || workers < 1)
    throw new InputError(`workers: expected a whole number, 1 or more, found ${workers}`);
  const stored = openToAdvance(run.directory);
  const most = samples === undefined ? undefined : endOfAttempt(stored, samples);
  return advanceObserved(stored, workers, { tell: onEvent, interruption: signal }, most);
}
