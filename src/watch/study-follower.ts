/** A study as it grows: how far its points are, and what those have found whose reports are up to date. */
import { basename, resolve } from 'node:path';
import type { LadderReport } from '../results/summary/ladder.ts';
import { currentReport } from '../results/summary/report-file.ts';
import type { RunReport } from '../results/summary/run-json.ts';
import { pointStatus } from '../run/study/point-status.ts';
import { type ListedPoint, openStudy, pointDirectory } from '../store/study.ts';
import { allSegments, type FileTime, lastOf, preparationTimes, signatureOf, timesIn } from './file-times.ts';
import { PATIENCE } from './health.ts';
import type { Follower, FollowOptions } from './run-follower.ts';
import type { Found, Health, PointState, StudyState } from './state.ts';

interface Known {
  readonly signature: string;
  readonly state: Omit<PointState, 'number'>;
}

export function followStudy(
  directory: string,
  { patience = PATIENCE, now = Date.now }: FollowOptions = {},
): Follower<StudyState> {
  const name = basename(resolve(directory));
  const known = new Map<string, Known>();

  /** The files of a point are opened where they have changed. */
  const stateOf = (point: ListedPoint, times: readonly FileTime[]): Known['state'] => {
    const signature = signatureOf(times);
    const last = known.get(point.name);
    if (last?.signature === signature) return last.state;
    const state = pointState(directory, point);
    known.set(point.name, { signature, state });
    return state;
  };

  return {
    look() {
      const { keys, points } = openStudy(directory);
      const times = points.map((point) => timesOfPoint(pointDirectory(directory, point.name)));
      const states = points.map((point, k) => ({ number: k + 1, ...stateOf(point, times[k]) }));
      return {
        kind: 'study',
        name,
        health: studyHealth(states, lastOf(times.flat()), now(), patience),
        keys,
        points: states,
      };
    },
    close() {},
  };
}

const timesOfPoint = (directory: string): FileTime[] => [
  ...preparationTimes(directory),
  ...[...allSegments(directory).values()].flat(),
  ...timesIn(directory, ['outcome.json', 'report.json']),
];

function pointState(directory: string, { name, values }: ListedPoint): Known['state'] {
  const { status, samples, wanted, message } = pointStatus(directory, name);
  const found = status === 'missing' ? undefined : foundBy(pointDirectory(directory, name));
  return {
    name,
    values,
    status,
    samples,
    ...(wanted === undefined ? {} : { wanted }),
    ...(message === undefined ? {} : { message }),
    ...(found ? { found } : {}),
  };
}

/** From the report of a point, which it leaves at its end; a window writes none. */
function foundBy(directory: string): Found[] | undefined {
  try {
    const text = currentReport(directory);
    if (text === undefined) return undefined;
    const report = JSON.parse(text) as RunReport | LadderReport;
    if (!('temperatures' in report)) return [{ observables: meansOf(report) }];
    return report.temperatures.map((one) => ({ temperature: one.temperature, observables: meansOf(one) }));
  } catch {
    // What is wrong with its files the status tells.
    return undefined;
  }
}

const meansOf = ({ observables }: RunReport): Found['observables'] =>
  Object.fromEntries(
    Object.entries(observables).flatMap(([name, { mean, error }]) =>
      mean === null || error === null ? [] : [[name, [mean, error] as const]],
    ),
  );

function studyHealth(
  points: readonly PointState[],
  lastWrite: number | undefined,
  now: number,
  patience: number,
): Health {
  const written = lastWrite === undefined ? {} : { lastWrite };
  const failed = points.filter(({ status }) => status === 'failed');
  const isOver = points.every(({ status }) => status === 'done' || status === 'failed');
  if (isOver && failed.length > 0)
    return { condition: 'failed', message: `${failed.length} of ${points.length} points have failed`, ...written };
  if (isOver) return { condition: 'finished', ...written };
  if (points.every(({ status }) => status === 'missing')) return { condition: 'waiting', ...written };
  return { condition: lastWrite !== undefined && now - lastWrite <= patience ? 'running' : 'stalled', ...written };
}
