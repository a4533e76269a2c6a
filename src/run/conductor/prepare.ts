/** All that a run needs before its chains. */
import type { Job } from '../../chain/job.ts';
import { carriedDown } from '../../chain/ladder-training.ts';
import { type CarriedModel, type LearnedModels, needsCheapModel } from '../../chain/learning/models.ts';
import type { TrainingOutcome } from '../../chain/prepare-spec.ts';
import type { WorkerPool } from '../../runner/runner.ts';
import { isAuto, needsFlow, needsModel, needsTraining } from '../../spec/learns.ts';
import type { Spec } from '../../spec/spec.ts';
import type { Run } from '../../store/store.ts';
import { hasFilling, readFilling } from '../filling/filling-file.ts';
import { searchFilling } from '../filling/search-run.ts';
import { hasChoice, writeChoice } from '../training/choice-file.ts';
import { hasLearnedFlow, readLearnedFlow, requireUsableFlow, writeLearnedFlow } from '../training/learned-flow.ts';
import { hasLearnedModel, readLearnedModel, requireUsable, writeLearnedModel } from '../training/learned-models.ts';
import { train } from '../training/train-run.ts';
import { openTrainingJournal } from '../training/training-journal.ts';
import type { RunObserver } from './run-events.ts';
import { modelFolderAt, rungRuns } from './rungs.ts';
import { readStart } from './start-file.ts';
import { plannedSpec, specOf } from './stored-spec.ts';

/**
 * The job of a run from its files, or from a search for μ and trainings whose results become such files; undefined when one of them was stopped. The
 * temperatures of a ladder come one after the other from the highest down, with the model of the one before where that is good. `start`: the model that the first training begins with.
 */
export async function prepare(
  run: Run,
  observer: RunObserver,
  threads?: WorkerPool,
  start?: CarriedModel,
): Promise<Job | undefined> {
  const rungs = rungRuns(run);
  if (rungs.length === 0) return prepareOne(run, observer, threads, start);
  const spec = specOf(run);
  let model = start;
  for (const rung of rungs.toReversed()) {
    const job = await prepareOne(rung, observer, threads, model);
    if (!job) return undefined;
    model = carriedDown(spec, job);
  }
  return preparedJob(run);
}

async function prepareOne(
  run: Run,
  { tell, interruption }: RunObserver,
  threads: WorkerPool | undefined,
  start?: CarriedModel,
): Promise<Job | undefined> {
  const isSettled =
    specOf(run).model.filling === undefined || (await searchFilling(run, plannedSpec(run), tell, interruption));
  if (!isSettled) return undefined;
  const known = preparedJob(run);
  if (known) return known;
  const outcome = await train(run, plannedSpec(run), tell, interruption, threads, start);
  if (!outcome) return undefined;
  keepTraining(run, outcome);
  return preparedJob(run);
}

/** The job of a run from its files; undefined before the chemical potential is found, and before the training has ended. */
export function preparedJob(run: Run): Job | undefined {
  const spec = specOf(run);
  if (spec.tempering) return preparedLadder(run, spec);
  if (spec.model.filling !== undefined) return undefined;
  const filling = readFilling(run);
  const start = readStart(run, spec);
  if (!needsTraining(spec)) return { spec, filling, start };
  const learned = needsModel(spec) ? readModels(run, spec) : undefined;
  const flow = needsFlow(spec) ? readLearnedFlow(run) : undefined;
  if ((needsModel(spec) && !learned) || (needsFlow(spec) && !flow)) return undefined;
  if (learned) requireUsable(spec, learned);
  if (flow) requireUsableFlow(spec, flow, learned);
  return { spec, learned, flow, filling, start };
}

/** The learned models; undefined before the training has ended. */
function readModels(run: Run, spec: Spec): LearnedModels | undefined {
  const effective = isAuto(spec) ? undefined : readLearnedModel(run);
  return effective && { effective, cheap: needsCheapModel(spec) ? readLearnedModel(run, 'cheap') : undefined };
}

function preparedLadder(run: Run, spec: Spec): Job | undefined {
  const rungs = rungRuns(run).flatMap((rung) => preparedJob(rung) ?? []);
  return rungs.length === spec.tempering?.temperatures.length ? { spec, rungs } : undefined;
}

/** Whether all that comes before the chains is there, by the files that come last, unread. */
export function isPrepared(directory: string, spec: Spec): boolean {
  if (spec.model.filling !== undefined && !hasFilling({ directory })) return false;
  if (needsFlow(spec) && !hasLearnedFlow({ directory })) return false;
  if (!needsModel(spec)) return true;
  const folders = spec.tempering?.temperatures.map(modelFolderAt) ?? [undefined];
  return folders.every((modelFolder) => (isAuto(spec) ? hasChoice : hasLearnedModel)({ directory, modelFolder }));
}

/** Writes what a training has come to. What tells that everything is there comes last: the card of the effective model, and the choice. */
export function keepTraining(run: Run, { models, flow, choice }: TrainingOutcome): void {
  if (flow) writeLearnedFlow(run, flow);
  if (models?.cheap) writeLearnedModel(run, 'cheap', models.cheap);
  if (models) writeLearnedModel(run, 'effective', models.effective);
  if (choice) writeChoice(run, choice);
  openTrainingJournal(run).close();
}
