/** Takes a spec to a run directory, and from there to samples. */
import { chainSeed } from '../../chain/chain-seed.ts';
import type { Job } from '../../chain/job.ts';
import { isPlanned, storedSamples } from '../../chain/job.ts';
import { requireComputable, requireSamplable } from '../../chain/samplable.ts';
import { InputError } from '../../errors.ts';
import {
  onPool,
  type RunOutcome,
  type RunPlan,
  runChains,
  statusLine,
  type WorkerPool,
  workerModule,
} from '../../runner/runner.ts';
import { needsTraining } from '../../spec/learns.ts';
import type { Spec } from '../../spec/spec.ts';
import { createRun, extendRun, machineWords, openRun, type Run, requireVersion } from '../../store/store.ts';
import { VERSION } from '../../store/version.ts';
import { isOfFilling } from '../filling/filling-events.ts';
import { noticeOfFilling } from '../filling/filling-notices.ts';
import { noticeOf } from '../training/notices.ts';
import { isOfTraining } from '../training/training-events.ts';
import { observed } from './observed.ts';
import { prepare } from './prepare.ts';
import type { RunEvent, RunObserver } from './run-events.ts';
import { copyOfStart } from './start-file.ts';
import { specOf, toSections } from './stored-spec.ts';

const CHECKPOINT_SAMPLES = 1000;
const CHECKPOINT_SECONDS = 10;
const PROGRESS_SECONDS = 0.25;

/**
 * Makes the directory, or finds the same run there, which grows where the spec now wants more samples and never shrinks. Throws InputError for what cannot be
 * sampled, before anything is written.
 */
export function startRun(directory: string, text: string, spec: Spec): Run {
  requireSamplable(spec);
  requireComputable(spec);
  const { samples } = spec.sampling;
  const plannedSamples = isPlanned(spec) ? samples : undefined;
  const run = createRun(
    directory,
    text,
    {
      spec: toSections(spec),
      version: VERSION,
      machine: machineWords(),
      plannedSamples,
    },
    copyOfStart(spec, directory),
  );
  return samples > specOf(run).sampling.samples ? extendRun(run, samples) : run;
}

/** Sets the samples that every chain shall have: as many as before where that was interrupted. Throws InputError when they are fewer than the run wants already. */
export function extendTo(directory: string, samples: number): Run {
  const run = openToAdvance(directory);
  const wanted = specOf(run).sampling.samples;
  if (samples < wanted)
    throw new InputError(`--samples: expected more than the ${wanted} of the run, found ${samples}`);
  return samples === wanted ? run : extendRun(run, samples);
}

/** The run in a directory, to go on with. Throws InputError where there is none, or one of another version. */
export function openToAdvance(directory: string): Run {
  const run = openRun(directory);
  requireVersion(run, VERSION);
  return run;
}

export interface AdvanceOptions {
  readonly workers: number;
  readonly events?: string | undefined;
  /** Per chain, where this attempt is content with fewer than the run was made for. */
  readonly samples?: number | undefined;
}

/**
 * Trains what the run needs and has not, then advances every chain to the samples that it wants; `interrupted` after SIGINT or SIGTERM, with everything
 * that was done safe.
 */
export async function advance(run: Run, { workers, events, samples }: AdvanceOptions): Promise<RunOutcome> {
  return observed(events, shownRun(), (observer) => advanceObserved(run, workers, observer, samples));
}

/** The same, with signals and progress left to the caller. */
export async function advanceObserved(
  run: Run,
  workers: number,
  observer: RunObserver,
  samples?: number,
): Promise<RunOutcome> {
  return onPool(undefined, async (pool) => {
    const job = await prepareOrTell(run, observer, pool);
    return job ? runChains(run, { workers, ...planOf(job, samples) }, observer, pool) : 'interrupted';
  });
}

/** The first part of a run alone; undefined after SIGINT or SIGTERM. */
export function trainRun(run: Run, events?: string): Promise<Job | undefined> {
  return observed(events, shownRun(), (observer) => prepareOrTell(run, observer));
}

/** Prepares a run, and says that it was interrupted where that was stopped: there is no chain to say so. */
async function prepareOrTell(run: Run, observer: RunObserver, threads?: WorkerPool): Promise<Job | undefined> {
  const job = await prepare(run, observer, threads);
  if (!job) observer.tell({ type: 'end', outcome: 'interrupted' });
  return job;
}

/** Throws InputError for a method that learns nothing. */
export function requireLearning(spec: Spec): void {
  if (needsTraining(spec)) return;
  const { method } = spec.sampling;
  throw new InputError(`sampling.method: expected one that learns, found "${method}"\n  did you mean "self-learning"?`);
}

/** The chains of a job. `most`: samples per chain, where this attempt is content with fewer. */
export function planOf(job: Job, most: number = Infinity): Omit<RunPlan, 'workers'> {
  const { chains, warmUp } = job.spec.sampling;
  return {
    chains,
    seed: chainSeed(job.spec),
    samples: Math.min(storedSamples(job.spec), warmUp + most),
    warmUp,
    checkpointSamples: CHECKPOINT_SAMPLES,
    checkpointSeconds: CHECKPOINT_SECONDS,
    progressSeconds: PROGRESS_SECONDS,
    program: { module: workerModule('../../chain/spec-chain', import.meta.url).href, argument: job },
  };
}

/** What a run tells, for people. */
export function shownRun(): (event: RunEvent) => void {
  const status = statusLine(process.stderr);
  return (event) => {
    if (isOfFilling(event)) status(noticeOfFilling(event));
    else status(isOfTraining(event) ? noticeOf(event) : event);
  };
}
