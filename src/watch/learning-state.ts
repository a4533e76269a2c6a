/** What a run has learned, and how far its training is. */
import { readLearnedModel } from '../run/training/learned-models.ts';
import { openTrainingJournal } from '../run/training/training-journal.ts';
import { needsModel } from '../spec/learns.ts';
import type { Spec } from '../spec/spec.ts';
import type { Run } from '../store/store.ts';
import { decidingLoss } from '../training/fit/fit-result.ts';
import type { GenerationState, Learning } from './state.ts';

/** Undefined of a run that learns nothing. Throws StorageError where the journal of the training is damaged. */
export function learningState(run: Run, spec: Spec): Learning | undefined {
  if (!needsModel(spec)) return undefined;
  const budget = spec.training.exactEvaluations;
  const model = readLearnedModel(run)?.card;
  const history = (model?.training as { readonly history?: readonly GenerationState[] } | undefined)?.history;
  if (history) return { budget, fits: [], generations: history };
  const { fits } = openTrainingJournal(run).records;
  const shown = fits.map(({ samples, result }) => ({ samples, deviation: Math.sqrt(decidingLoss(result).energy) }));
  return { budget, fits: shown, generations: [] };
}
