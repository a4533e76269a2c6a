/** All that a run needs before its chains. */
import type { Job } from '../../chain/job.ts';
import { isAuto, needsCheapModel, needsModel } from '../../chain/learning/models.ts';
import type { TrainingOutcome } from '../../chain/prepare-spec.ts';
import type { Run } from '../../store/store.ts';
import { readFilling } from '../filling/filling-file.ts';
import { searchFilling } from '../filling/search-run.ts';
import { writeChoice } from '../training/choice-file.ts';
import { readLearnedModel, requireUsable, writeLearnedModel } from '../training/learned-models.ts';
import { train } from '../training/train-run.ts';
import { openTrainingJournal } from '../training/training-journal.ts';
import type { RunObserver } from './run-events.ts';
import { plannedSpec, specOf } from './stored-spec.ts';

/** The job of a run from its files, or from a search for μ and a training whose results become such files; undefined when one of them was stopped. */
export async function prepare(run: Run, { tell, interruption }: RunObserver): Promise<Job | undefined> {
  const isSettled =
    specOf(run).model.filling === undefined || (await searchFilling(run, plannedSpec(run), tell, interruption));
  if (!isSettled) return undefined;
  const known = preparedJob(run);
  if (known) return known;
  const outcome = await train(run, plannedSpec(run), tell, interruption);
  if (!outcome) return undefined;
  keep(run, outcome);
  return preparedJob(run);
}

/** The job of a run from its files; undefined before the chemical potential is found, and before the training has ended. */
export function preparedJob(run: Run): Job | undefined {
  const spec = specOf(run);
  if (spec.model.filling !== undefined) return undefined;
  const filling = readFilling(run);
  if (!needsModel(spec)) return { spec, filling };
  const effective = isAuto(spec) ? undefined : readLearnedModel(run);
  if (!effective) return undefined;
  const learned = { effective, cheap: needsCheapModel(spec) ? readLearnedModel(run, 'cheap') : undefined };
  requireUsable(spec, learned);
  return { spec, learned, filling };
}

/** What tells that everything is there comes last: the card of the effective model, and the choice. */
function keep(run: Run, { models, choice }: TrainingOutcome): void {
  if (models?.cheap) writeLearnedModel(run, 'cheap', models.cheap);
  if (models) writeLearnedModel(run, 'effective', models.effective);
  if (choice) writeChoice(run, choice);
  openTrainingJournal(run).close();
}
