/** What is found in the points of a study together. */
import { InputError } from '../../errors.ts';
import type { SweptValue } from '../../spec/study.ts';
import { type PointRun, pointRuns } from '../summary/point-runs.ts';
import { readRunData, withData } from '../summary/run-data.ts';
import { averagedCurves } from './averaged-curves.ts';
import { ratiosOfRun } from './averaged-moments.ts';
import { type ComparedCurves, comparedCurves, crossingsOf, type StudyCrossings } from './crossings.ts';
import { type CurvesOfGroup, curvesOfRuns } from './curves.ts';
import { averageWords } from './point-groups.ts';
import { hasRealisations, REALISATION } from './realisation-key.ts';
import { scaledKey } from './scaled-key.ts';
import { type StudyScaling, scalingOf } from './scaling.ts';
import { type ReadablePoint, type SizeCurves, sizeCurves } from './size-curves.ts';
import type { StudyReports } from './study-reports.ts';
import { isOfModel } from './swept-curves.ts';
import { SIZE } from './value-text.ts';

/** Curves between the points of one size, and the names of these points. */
export interface StudyCurves extends Omit<CurvesOfGroup, 'runs'> {
  readonly points: readonly string[];
  /** The values of the other swept keys, which tell the curves of one size from each other. */
  readonly values: Readonly<Record<string, SweptValue>>;
}

/** Keys of the JSON of a study, beside its points. */
export interface StudyFindings extends StudyCrossings {
  /** Where it was asked for. */
  readonly scaling?: readonly StudyScaling[];
  /** Where they were asked for. */
  readonly curves?: readonly StudyCurves[];
}

/** The findings with the curves of all sizes that the crossings are of, which figures show. */
export interface FoundInStudy {
  readonly findings: StudyFindings;
  /** Along the key of the crossings; none where there are no sizes, or too many points. */
  readonly compared: readonly ComparedCurves[];
}

/** What shall be found besides crossings. */
export interface FindingsWanted {
  /** The key along which sizes are scaled, in full or by its last part; none where left out. */
  readonly scaling?: string | undefined;
  /** Curves from kept levels: seconds for a size. */
  readonly curves?: boolean | undefined;
  /** Electrons per site: curves at these fillings, and the others too unless `curves` says no. */
  readonly fillings?: readonly number[] | undefined;
}

/** Points whose chains are read, each for a tenth of a second or less: of more points the report is made from theirs alone. */
const MOST_POINTS = 1000;

/**
 * Where the curves of neighbouring sizes cross, in a study of several sizes along a key with numbers, and what is wanted besides.
 * Throws InputError for what the study has not, and as readRunData.
 */
export function findingsOf(
  { study, orders, done }: StudyReports,
  { scaling, fillings, curves = fillings !== undefined }: FindingsWanted = {},
): FoundInStudy {
  const begun = study.points.filter(({ name }) => orders.get(name)?.some((order) => order !== null));
  // An average has the same weight for all of its realisations.
  const points = hasRealisations(study.keys) ? begun.filter(({ name }) => done.has(name)) : begun;
  const isLarge = points.length > MOST_POINTS;
  if (isLarge && (scaling !== undefined || curves))
    throw new InputError(
      `${study.directory}: expected at most ${MOST_POINTS} points for curves and scaling, found ${points.length}`,
    );
  const areRead = !isLarge && (study.keys.includes(SIZE) || curves);
  const { keys: all, runs } = pointRuns({ ...study, points: areRead ? points : [] });
  const keys = all.filter(isOfModel);
  const along = (key?: string): SizeCurves[] => sizeCurves(keys, runs.map(readable), key);
  const readable = ({ name, rung, values, run }: PointRun): ReadablePoint => ({
    values,
    order: orders.get(name)?.[rung] ?? null,
    withData: (use) => withData(() => readRunData(run), use),
  });
  const scaled = scaling === undefined ? undefined : scaledKey(keys, scaling);
  const crossed = along();
  const compared = comparedCurves(crossed);
  const findings: StudyFindings = {
    ...crossingsOf(compared),
    ...(scaled === undefined ? {} : { scaling: scalingOf(crossed[0]?.key === scaled ? crossed : along(scaled)) }),
    ...(curves ? { curves: studyCurves(keys, runs, fillings) } : {}),
  };
  return { findings, compared };
}

function studyCurves(
  keys: readonly string[],
  runs: readonly PointRun[],
  fillings: readonly number[] = [],
): StudyCurves[] {
  const groups = curvesOfRuns(
    runs.map(({ run }) => run),
    fillings,
  );
  const areRealisations = runs.some(({ values }) => REALISATION in values);
  return (areRealisations ? averagedGroups(groups, runs) : groups).map(({ runs: places, ...group }) => ({
    ...group,
    points: [...new Set(places.map((index) => runs[index].name))],
    values: sharedValues(
      keys,
      places.map((index) => runs[index]),
    ),
  }));
}

/** The groups that are realisations of the same models as one, and only if there are curves to average; the constant of log Z is that of one realisation, and averages have none. */
function averagedGroups(groups: readonly CurvesOfGroup[], runs: readonly PointRun[]): CurvesOfGroup[] {
  const wordsOf = ({ runs: places, direction }: CurvesOfGroup) => averageWords(runs[places[0]].run, direction);
  return [...Map.groupBy(groups, wordsOf).values()].flatMap((same) => {
    const [{ runs: places, ...first }] = same;
    const curves = averagedCurves(
      same.map((group) => group.curves),
      ratiosOfRun(runs[places[0]].run),
    );
    return curves.length === 0
      ? []
      : [{ ...first, runs: same.flatMap((group) => group.runs), curves, absoluteLogPartition: null }];
  });
}
/** Keys along which curves run, or whose values curves have themselves. */
const OF_CURVES = [SIZE, 'model.temperature', 'model.chemical_potential', 'model.filling'];

/** What all points have in common. */
const sharedValues = (keys: readonly string[], points: readonly PointRun[]): StudyCurves['values'] =>
  Object.fromEntries(
    keys.flatMap((key) => {
      const [first, ...others] = points.map(({ values }) => values[key]);
      const isShared = others.every((value) => JSON.stringify(value) === JSON.stringify(first));
      return OF_CURVES.includes(key) || !isShared || first === undefined ? [] : [[key, first] as const];
    }),
  );
