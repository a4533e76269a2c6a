/** Points at zero field measure along the axis of their model: in a study of fields along another direction that is another quantity, and no point of its curves. */
import { completeParameters } from '../../exact/classical/parameters.ts';
import { specOf } from '../../run/conductor/stored-spec.ts';
import { sampledParameters } from '../../spec/model-parameters.ts';
import { withStandIn } from '../../spec/stand-in.ts';
import { areParallel, FIELD } from '../../spec/sweep/coordinates.ts';
import { openRun } from '../../store/store.ts';
import { type ListedPoint, pointDirectory, type StoredStudy } from '../../store/study.ts';
import type { ReportedEstimate } from '../summary/run-json.ts';
import { fieldAxis } from './along-field.ts';

const DIRECTED = /^(magnetization|susceptibility)AlongField$|^structureFactor(Along|Across)_/;

const REASON = 'measured along model.axis, since there is no field, and not along that of the other points';

interface Row extends ListedPoint {
  readonly observables: Readonly<Record<string, ReportedEstimate>>;
}

/** The observables of a point without numbers that are along another direction than the fields of the study. */
export function withoutOtherAxis({ directory, points }: StoredStudy): <R extends Row>(row: R) => R {
  const axis = points.flatMap((point) => fieldAxis(fieldOf(point)) ?? []).slice(0, 3);
  const isOther = (row: Row): boolean => {
    const names = Object.keys(row.observables).filter((name) => DIRECTED.test(name));
    if (axis.length === 0 || names.length === 0 || !(FIELD in row.values) || fieldAxis(fieldOf(row))) return false;
    const spec = specOf(openRun(pointDirectory(directory, row.name)));
    return !areParallel(axis, completeParameters(sampledParameters(withStandIn(spec))).axis);
  };
  return (row) => (isOther(row) ? { ...row, observables: withReasons(row.observables) } : row);
}

function fieldOf({ values }: Pick<ListedPoint, 'values'>): readonly [number, number, number] {
  const [x = 0, y = 0, z = 0] = [values[FIELD] ?? []].flat().map(Number);
  return [x, y, z];
}

const withReasons = (observables: Row['observables']): Row['observables'] =>
  Object.fromEntries(
    Object.entries(observables).map(([name, estimate]) => [
      name,
      DIRECTED.test(name) ? { mean: null, error: null, reason: REASON } : estimate,
    ]),
  );
