/** The points of a study as runs that each have one temperature: tempered ones are a run for every temperature of their ladder. */
import { rungRuns } from '../../run/conductor/rungs.ts';
import { specOf } from '../../run/conductor/stored-spec.ts';
import { openRun, type Run } from '../../store/store.ts';
import { type ListedPoint, pointDirectory, type StoredStudy } from '../../store/study.ts';

/** A point, or one temperature of it. */
export interface PointRun extends ListedPoint {
  readonly run: Run;
  /** The place in the ladder; 0 of a point that is not tempered. */
  readonly rung: number;
}

export interface PointRuns {
  /** The swept keys; the temperature among them where there are tempered points. */
  readonly keys: readonly string[];
  readonly runs: readonly PointRun[];
}

/** The key by which the temperatures of a ladder are points of a study. */
export const TEMPERATURE = 'model.temperature';

/** The keys that tell points apart where some are temperatures of a ladder. */
export const withTemperature = (keys: readonly string[]): readonly string[] =>
  keys.includes(TEMPERATURE) ? keys : [...keys, TEMPERATURE];

/** The runs in the order of the points, temperatures ascending. All points have been begun. Throws as openRun. */
export function pointRuns({ directory, keys, points }: StoredStudy): PointRuns {
  const parts = points.map((point) => {
    const run = openRun(pointDirectory(directory, point.name));
    return { point, run, rungs: rungRuns(run) };
  });
  if (parts.every(({ rungs }) => rungs.length === 0))
    return { keys, runs: parts.map(({ point, run }) => ({ ...point, run, rung: 0 })) };
  const runs = parts.flatMap(({ point: { name, values }, run, rungs }) =>
    (rungs.length > 0 ? rungs : [run]).map((one, rung) => ({
      name,
      values: { ...values, [TEMPERATURE]: specOf(one).model.temperature },
      run: one,
      rung,
    })),
  );
  return { keys: withTemperature(keys), runs };
}
