/** All that a run needs before its chains. */
import type { Job } from '../../chain/job.ts';
import { type CarriedModel, isAuto, needsCheapModel, needsModel } from '../../chain/learning/models.ts';
import type { TrainingOutcome } from '../../chain/prepare-spec.ts';
import type { WorkerPool } from '../../runner/runner.ts';
import type { Spec } from '../../spec/spec.ts';
import type { Run } from '../../store/store.ts';
import { hasChoice, writeChoice } from '../training/choice-file.ts';
import { hasLearnedModel, readLearnedModel, requireUsable, writeLearnedModel } from '../training/learned-models.ts';
import { train } from '../training/train-run.ts';
import { openTrainingJournal } from '../training/training-journal.ts';
import type { RunObserver } from './run-events.ts';
import { plannedSpec, specOf } from './stored-spec.ts';

/** The job of a run from its files, or from a training whose results become such files; undefined when that was stopped. `start`: the model that a training begins with. */
export async function prepare(
  run: Run,
  { tell, interruption }: RunObserver,
  threads?: WorkerPool,
  start?: CarriedModel,
): Promise<Job | undefined> {
  const known = preparedJob(run);
  if (known) return known;
  const outcome = await train(run, plannedSpec(run), tell, interruption, threads, start);
  if (!outcome) return undefined;
  keep(run, outcome);
  return preparedJob(run);
}

/** The job of a run from its files; undefined before the training has ended. */
export function preparedJob(run: Run): Job | undefined {
  const spec = specOf(run);
  if (!needsModel(spec)) return { spec };
  const effective = isAuto(spec) ? undefined : readLearnedModel(run);
  if (!effective) return undefined;
  const learned = { effective, cheap: needsCheapModel(spec) ? readLearnedModel(run, 'cheap') : undefined };
  requireUsable(spec, learned);
  return { spec, learned };
}

/** Whether the training of a run has ended, and the choice of how to propose: by the files that come last, unread. */
export function isPrepared(directory: string, spec: Spec): boolean {
  if (!needsModel(spec)) return true;
  return isAuto(spec) ? hasChoice({ directory }) : hasLearnedModel({ directory });
}

/** What tells that everything is there comes last: the card of the effective model, and the choice. */
function keep(run: Run, { models, choice }: TrainingOutcome): void {
  if (models?.cheap) writeLearnedModel(run, 'cheap', models.cheap);
  if (models) writeLearnedModel(run, 'effective', models.effective);
  if (choice) writeChoice(run, choice);
  openTrainingJournal(run).close();
}
