/** A directory as a window shows it, whatever happens to its files meanwhile. */
import { basename, resolve } from 'node:path';
import { InputError, StorageError } from '../errors.ts';
import { holdsStudy } from '../store/study.ts';
import { type Depth, type Follower, type FollowOptions, followRun } from './run-follower.ts';
import type { WatchState } from './state.ts';
import { followStudy } from './study-follower.ts';

/** On file systems of several machines files may be seen late: what cannot be read is looked at so often before that is said. */
const ATTEMPTS = 3;

/** What `look` returns says what is wrong with the files, where they cannot be read; undefined while that may still change. */
export function follow(directory: string, options: FollowOptions = {}): Follower<WatchState | undefined> {
  let follower: Follower<WatchState> | undefined;
  let failures = 0;

  const close = () => {
    follower?.close();
    follower = undefined;
  };
  const look = (depth?: Depth) => {
    follower ??= holdsStudy(directory) ? followStudy(directory, options) : followRun(directory, options);
    const state = follower.look(depth);
    failures = 0;
    return state;
  };

  return {
    look(depth) {
      try {
        return look(depth);
      } catch (error) {
        if (!isOfFiles(error)) throw error;
        close();
        failures++;
        return failures < ATTEMPTS ? undefined : troubleOf(directory, error);
      }
    },
    close,
  };
}

const isOfFiles = (error: unknown): error is Error =>
  error instanceof InputError ||
  error instanceof StorageError ||
  typeof (error as NodeJS.ErrnoException | undefined)?.code === 'string';

const troubleOf = (directory: string, { message }: Error): WatchState => ({
  kind: 'trouble',
  name: basename(resolve(directory)),
  health: { condition: 'failed', message },
});
