/** How long a study still takes, from what its points have taken so far. */
import { storedSamples } from '../chain/job.ts';
import { InputError, StorageError } from '../errors.ts';
import { FILES } from '../evaluate/study/check-study.ts';
import type { LadderReport } from '../results/summary/ladder.ts';
import { currentReport } from '../results/summary/report-file.ts';
import type { RunReport } from '../results/summary/run-json.ts';
import type { PointStatus } from '../run/study/point-status.ts';
import { readStudySpec } from '../run/study/start-study.ts';
import { costOfSample } from '../run/study/study-progress.ts';
import type { Spec } from '../spec/spec.ts';
import { pointDirectory } from '../store/study.ts';

export type NamedStatus = PointStatus & { readonly name: string };

/** What a point has taken. `weight`: what a sample costs, roughly, in any unit. */
interface Taken {
  readonly weight: number;
  readonly samples: number;
  readonly seconds: number;
}

/** Points that are done, of one weight, whose reports are read. */
const MOST_READ = 10;

/**
 * Seconds that so many cores with nothing else to do take for the points that are not done; those that have failed are left out. A point goes on as fast as it has been, and one that has not begun takes what others of its size have
 * taken, training included. Undefined where nothing is left, and before anything is known.
 */
export function secondsLeft(directory: string, points: readonly NamedStatus[], cores: number): number | undefined {
  const left = points.filter(({ status }) => status === 'running' || status === 'missing');
  const specs = left.length > 0 ? specsIn(directory) : undefined;
  if (!specs) return undefined;
  const weightOf = ({ name }: NamedStatus): number => {
    const spec = specs.get(name);
    return spec ? costOfSample(spec) : 0;
  };
  const usual = usualSeconds([...takenByDone(directory, points, weightOf), ...takenByRunning(left, weightOf)]);
  if (!usual) return undefined;
  const seconds = left.map((point) => {
    const { samples, wanted, lacking } = standing(point, specs.get(point.name));
    const ofSample = point.seconds ? point.seconds / samples : usual(weightOf(point));
    const files = point.status === 'missing' ? FILES : 0;
    return { all: (wanted - samples) * ofSample + files, longest: lacking * ofSample };
  });
  const sum = seconds.reduce((total, { all }) => total + all, 0);
  return seconds.reduce((most, { longest }) => Math.max(most, longest), sum / cores);
}

/** Undefined where the spec of the study cannot be read: that the points are there is worth telling all the same. */
function specsIn(directory: string): ReadonlyMap<string, Spec> | undefined {
  try {
    return new Map(readStudySpec(directory).points.map(({ name, spec }) => [name, spec]));
  } catch (error) {
    if (error instanceof InputError || error instanceof StorageError) return undefined;
    throw error;
  }
}

/** `lacking`: samples that the chain with the fewest lacks. */
function standing({ samples, wanted, lacking }: NamedStatus, spec: Spec | undefined) {
  const ofChain = spec ? storedSamples(spec) : 0;
  return { samples, wanted: wanted ?? ofChain * (spec?.sampling.chains ?? 0), lacking: lacking ?? ofChain };
}

type WeightOf = (point: NamedStatus) => number;

const takenByRunning = (points: readonly NamedStatus[], weightOf: WeightOf): Taken[] =>
  points.flatMap((point) =>
    point.seconds ? [{ weight: weightOf(point), samples: point.samples, seconds: point.seconds }] : [],
  );

function takenByDone(directory: string, points: readonly NamedStatus[], weightOf: WeightOf): Taken[] {
  const done = Map.groupBy(
    points.filter(({ status }) => status === 'done'),
    weightOf,
  );
  return [...done].flatMap(([weight, same]) =>
    some(same).flatMap(({ name, samples }) => {
      const text = currentReport(pointDirectory(directory, name));
      return text === undefined ? [] : [{ weight, samples, seconds: secondsIn(JSON.parse(text)) }];
    }),
  );
}

const some = <T>(list: readonly T[]): readonly T[] =>
  list.filter((_, index) => index % Math.ceil(list.length / MOST_READ) === 0);

/** What a run has taken: chains, trials, trainings and the search for μ. */
function secondsIn(report: RunReport | LadderReport): number {
  const reports = 'temperatures' in report ? report.temperatures : [report];
  return reports.reduce((sum, { cost }) => sum + cost.seconds + cost.training.seconds + (cost.parts.filling ?? 0), 0);
}

/** Seconds of a sample by its weight: those of the same weight, or in proportion to all. */
function usualSeconds(taken: readonly Taken[]): ((weight: number) => number) | undefined {
  const known = taken.filter(({ weight, samples }) => weight > 0 && samples > 0);
  if (known.length === 0) return undefined;
  const sum = (list: readonly Taken[], of: (one: Taken) => number) => list.reduce((total, one) => total + of(one), 0);
  const perWeight = sum(known, ({ seconds }) => seconds) / sum(known, ({ weight, samples }) => weight * samples);
  const same = Map.groupBy(known, ({ weight }) => weight);
  return (weight) => {
    const list = same.get(weight);
    return list ? sum(list, ({ seconds }) => seconds) / sum(list, ({ samples }) => samples) : weight * perWeight;
  };
}
