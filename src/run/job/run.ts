/** From a spec to a run directory, and from there to samples. */
import { readFileSync } from 'node:fs';
import { createEffectiveModel } from '../../effective/create.ts';
import { InputError } from '../../errors.ts';
import { spinFermionSystem } from '../../exact/system.ts';
import { modelParameters } from '../model-parameters.ts';
import { interruptionBySignals, openEventLog, type RunOutcome, runChains, statusLine } from '../runner/runner.ts';
import type { Spec } from '../spec/spec.ts';
import { createRun, extendRun, machineWords, openRun, type Run, requireVersion } from '../store/store.ts';
import { choiceOf, needsCheapModel, needsModel } from './effective.ts';
import { type Job, specOf, storedSamples, toSections } from './job.ts';
import { learnedModels } from './learned.ts';

const CHECKPOINT_SAMPLES = 1000;
const CHECKPOINT_SECONDS = 10;
const PROGRESS_SECONDS = 0.25;

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));

/** Makes the directory, or finds the same run there. Throws InputError for what cannot be sampled, before anything is written. */
export function startRun(directory: string, text: string, spec: Spec): Run {
  if (spec.model.temperature === 0) {
    throw new InputError('model.temperature: expected more than 0 for sampling, found 0\n  T = 0 serves evaluate only');
  }
  checkScreening(spec);
  const { parameters } = spinFermionSystem(modelParameters(spec));
  if (needsModel(spec)) createEffectiveModel(parameters, choiceOf(spec));
  return createRun(directory, text, { spec: toSections(spec), version, machine: machineWords() });
}

function checkScreening(spec: Spec): void {
  if (!needsCheapModel(spec) || spec.effective.kind !== 'linear') return;
  throw new InputError(
    'effective.kind: expected a better model than "linear", which proposes in delayed acceptance already, found "linear"\n  did you mean "transformer"?',
  );
}

/** Sets the samples that every chain shall have. Throws InputError when that is fewer than the run wants already. */
export function extendTo(directory: string, samples: number): Run {
  const run = openRun(directory);
  requireVersion(run, version);
  const wanted = specOf(run).sampling.samples;
  if (samples <= wanted)
    throw new InputError(`--samples: expected more than the ${wanted} of the run, found ${samples}`);
  return extendRun(run, samples);
}

export interface AdvanceOptions {
  readonly workers: number;
  readonly events?: string | undefined;
}

/** Advances every chain to the samples that the run wants; `interrupted` after SIGINT or SIGTERM, with a checkpoint written. */
export async function advance(run: Run, { workers, events }: AdvanceOptions): Promise<RunOutcome> {
  const spec = specOf(run);
  const job: Job = { spec, learned: needsModel(spec) ? learnedModels(run, spec) : undefined };
  const interruption = interruptionBySignals();
  const log = events === undefined ? undefined : openEventLog(events);
  const status = statusLine(process.stderr);
  const { chains, seed } = spec.sampling;
  const module = new URL(import.meta.url.endsWith('.ts') ? './program.ts' : './program.js', import.meta.url).href;
  const plan = {
    ...{ workers, chains, seed, samples: storedSamples(spec), warmUp: spec.sampling.warmUp },
    ...{
      checkpointSamples: CHECKPOINT_SAMPLES,
      checkpointSeconds: CHECKPOINT_SECONDS,
      progressSeconds: PROGRESS_SECONDS,
    },
    program: { module, argument: job },
  };
  try {
    return await runChains(run, plan, {
      interruption: interruption.signal,
      tell(event) {
        log?.tell(event);
        status(event);
      },
    });
  } finally {
    log?.close();
    interruption.close();
  }
}
