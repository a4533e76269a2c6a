/** How far tasks are: by what is stored, and by the signs of life of those that are worked on. */
import { isPrepared } from '../run/conductor/prepare.ts';
import { type SignOfLife, signsOfLife } from './heartbeat.ts';
import { type Place, type Places, type Standing, standingOf } from './places.ts';
import type { Task } from './task.ts';

export interface TaskState {
  readonly number: number;
  readonly task: Task;
  /** lost: somebody was at work and has given no sign of life for minutes. A report is never done: there may be more to say. */
  readonly state: 'done' | 'running' | 'lost' | 'open';
  readonly sign?: SignOfLife | undefined;
  /** Of the task of a chain. */
  readonly chain?: ChainState | undefined;
}

/** Samples include those of the warm-up. */
export interface ChainState {
  readonly samples: number;
  readonly wanted: number;
  /** Seconds of one core that these have taken; undefined where the chain was not asked. */
  readonly seconds?: number | undefined;
}

/** The tasks of a directory as they stand; those of points that its spec no longer lists are left out. */
export function taskStates(directory: string, places: Places, tasks: readonly Task[]): TaskState[] {
  const signs = signsOfLife(directory);
  const standing = standings();
  return tasks.flatMap((task, index): TaskState[] => {
    const number = index + 1;
    const sign = signs.get(number);
    if (task.kind === 'report') return [{ number, task, sign, state: stateBy(sign) }];
    const place = places.get(task.point);
    if (!place) return [];
    if (task.kind === 'learn') return [{ number, task, sign, state: isLearned(place) ? 'done' : stateBy(sign) }];
    const chain = ofChain(standing(place), task.chain);
    return [{ number, task, sign, chain, state: chain.samples >= chain.wanted ? 'done' : stateBy(sign) }];
  });
}

const stateBy = (sign: SignOfLife | undefined): TaskState['state'] => {
  if (!sign) return 'open';
  return sign.isLost ? 'lost' : 'running';
};

const isLearned = (place: Place): boolean => place.isBegun() && isPrepared(place.folder, place.spec);

/** Each place is opened once, whatever the number of its chains. */
function standings(): (place: Place) => Standing {
  const known = new Map<Place, Standing>();
  return (place) => {
    const standing = known.get(place) ?? standingOf(place);
    known.set(place, standing);
    return standing;
  };
}

const ofChain = ({ samples, wanted, seconds }: Standing, chain: number): ChainState => ({
  samples: samples[chain - 1],
  wanted,
  seconds: seconds?.[chain - 1],
});
