/** What is said when a study asks for fewer samples than some of its points were made for. */
import { InputError } from '../../errors.ts';
import type { StudyPoint } from '../../spec/study.ts';
import { openRun } from '../../store/store.ts';
import { pointDirectory } from '../../store/study.ts';
import { count } from '../../words/count.ts';
import { specOf } from '../conductor/stored-spec.ts';
import { readOutcome } from './outcome-file.ts';
import { isBegun } from './start-study.ts';

/** Samples of every chain of a point, the warm-up left out. */
interface Made {
  readonly samples: number;
  readonly isDone: boolean;
}

/** A line for all such points together, and one that says how to go on where they have not what they were made for; nothing where there is no such point. */
export function fewerOfPoints(directory: string, points: readonly StudyPoint[]): string {
  const fewer = points.flatMap((point) => {
    const made = madeFor(directory, point);
    return made && made.samples > point.spec.sampling.samples ? [made] : [];
  });
  if (fewer.length === 0) return '';
  const most = Math.max(...fewer.map(({ samples }) => samples));
  const unfinished = fewer.filter(({ isDone }) => !isDone);
  const onward = unfinished.length > 0 ? ', and chains that have fewer than the spec asks for go on to that' : '';
  const lines = [
    `${fewer.length} of ${count(points.length, 'point')} ${fewer.length === 1 ? 'was' : 'were'} made for more samples than the spec asks for, ${most} per chain at most: nothing is thrown away${onward}`,
    ...(unfinished.length > 0 ? [`spinformer extend ${directory} --samples ${most} goes on to that many`] : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** Throws InputError for a number of samples that is below what a point was made for, or extended to: nothing would be added to it. */
export function requireMore(directory: string, points: readonly StudyPoint[], samples: number): void {
  for (const point of points) {
    const wanted = Math.max(point.spec.sampling.samples, madeFor(directory, point)?.samples ?? 0);
    if (wanted <= samples) continue;
    const note = points.length > 1 ? '\n  --points chooses points that have fewer' : '';
    throw new InputError(`--samples: expected more than the ${wanted} of point ${point.name}, found ${samples}${note}`);
  }
}

/** Undefined where a point has not begun, and where its files cannot be read, which is told when its turn comes. */
function madeFor(directory: string, point: StudyPoint): Made | undefined {
  if (!isBegun(directory, point)) return undefined;
  const folder = pointDirectory(directory, point.name);
  const known = readOutcome(folder);
  if (known?.outcome === 'finished')
    return { samples: known.wanted - point.spec.sampling.warmUp, isDone: known.samples >= known.wanted };
  try {
    return { samples: specOf(openRun(folder)).sampling.samples, isDone: false };
  } catch {
    return undefined;
  }
}
