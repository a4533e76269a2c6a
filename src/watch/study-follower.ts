/** A study as it grows: how far its points are, and what those have found whose reports are up to date. */
import { basename, resolve } from 'node:path';
import { pointStatus } from '../run/study/point-status.ts';
import { type ListedPoint, openStudy, pointDirectory } from '../store/study.ts';
import { allSegments, type FileTime, lastOf, preparationTimes, signatureOf, timesIn } from './file-times.ts';
import { foundAtEnd, foundSoFar } from './found.ts';
import { PATIENCE } from './health.ts';
import { createRation } from './ration.ts';
import type { Follower, FollowOptions } from './run-follower.ts';
import type { Found, Health, PointState, StudyState } from './state.ts';

interface Known {
  readonly signature: string;
  readonly state: Omit<PointState, 'number'>;
}

/** When a point was read last, how many samples it had, and what they tell. */
interface SoFar {
  readonly look: number;
  readonly samples: number;
  readonly found: readonly Found[] | undefined;
}

export function followStudy(
  directory: string,
  { patience = PATIENCE, now = Date.now }: FollowOptions = {},
): Follower<StudyState> {
  const name = basename(resolve(directory));
  const known = new Map<string, Known>();
  const soFar = new Map<string, SoFar>();
  const ration = createRation();

  /** The files of a point are opened where they have changed. */
  const stateOf = (point: ListedPoint, times: readonly FileTime[]): Known['state'] => {
    const signature = signatureOf(times);
    const last = known.get(point.name);
    if (last?.signature === signature) return last.state;
    const state = pointState(directory, point);
    known.set(point.name, { signature, state });
    return state;
  };

  /** Of the points that run and have more than was read of them, the one that was read longest ago; each when the ration allows. */
  const readOneSoFar = (states: readonly PointState[]) => {
    const [next] = states.filter(isBehind).sort((a, b) => looksAt(a) - looksAt(b));
    if (!next || !ration.isReady()) return;
    const found = ration.spend(() => foundSoFar(pointDirectory(directory, next.name)));
    soFar.set(next.name, { look: looks++, samples: next.samples, found });
  };
  let looks = 0;
  const looksAt = ({ name }: PointState): number => soFar.get(name)?.look ?? -1;
  const isBehind = ({ name, status, samples, found }: PointState): boolean =>
    status === 'running' && !found && samples > (soFar.get(name)?.samples ?? 0);

  /** What a point that runs has found so far takes the place of its report. */
  const withSoFar = (state: PointState): PointState => {
    const found = state.status === 'running' ? (state.found ?? soFar.get(state.name)?.found) : state.found;
    return found ? { ...state, found } : state;
  };

  return {
    look(depth = 'all') {
      const { keys, points } = openStudy(directory);
      const times = points.map((point) => timesOfPoint(pointDirectory(directory, point.name)));
      const states = points.map((point, k) => ({ number: k + 1, ...stateOf(point, times[k]) }));
      if (depth === 'all') readOneSoFar(states);
      return {
        kind: 'study',
        name,
        health: studyHealth(states, lastOf(times.flat()), now(), patience),
        keys,
        points: states.map(withSoFar),
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
  const found = status === 'missing' ? undefined : foundAtEnd(pointDirectory(directory, name));
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
