/** What is said where values that were added later would have given another study. */
import { InputError, StorageError } from '../../errors.ts';
import type { Study } from '../../spec/study.ts';
import { openRun } from '../../store/store.ts';
import { pointDirectory } from '../../store/study.ts';
import { count } from '../../words/count.ts';
import { readLearnedModel } from '../training/learned-models.ts';
import { isBegun } from './start-study.ts';

/** Points that are named. */
const NAMED = 5;

/**
 * A line on the points whose training began with another point's model than it would in a new study of the same spec; nothing where there is none. Such points stay as they are: their results are
 * exact all the same, but a new study would not be bit-identical.
 */
export function otherBeginnings(directory: string, { points, carryModels, neighbours }: Study): string {
  if (!carryModels) return '';
  const others = points.filter(({ name }) => {
    const model = isBegun(directory, { name }) ? modelIn(pointDirectory(directory, name)) : undefined;
    return model !== undefined && model.card.training?.beganWith !== neighbours.get(name);
  });
  if (others.length === 0) return '';
  const names = others.slice(0, NAMED).map(({ name }) => name);
  const more = others.length > NAMED ? ` and ${others.length - NAMED} more` : '';
  return `${count(others.length, 'point')} began with the model of another neighbour than the sweep gives now, and ${others.length === 1 ? 'stays' : 'stay'} so; a new study would not be bit-identical: ${names.join(' ')}${more}\n`;
}

/** Undefined where there is none yet, and where files cannot be read, which is told when the turn of the point comes. */
function modelIn(folder: string) {
  try {
    return readLearnedModel(openRun(folder));
  } catch (error) {
    if (error instanceof InputError || error instanceof StorageError) return undefined;
    throw error;
  }
}
