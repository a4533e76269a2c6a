/** Signs of life: DIR/tasks/00012.json while task 12 is worked on, written once a minute. They steer nothing; people read them, in `status`. */
import { randomUUID } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder, writeFile } from '../store/files.ts';
import { hostName } from '../store/machine.ts';
import { entriesOf } from '../store/paths.ts';

/** Seconds between two signs, and those after which a task is taken for lost: clients of a network file system hear of a change late. */
const EVERY = 60;
const LOST_AFTER = 240;

export interface Sign {
  readonly host: string;
  readonly process: number;
  /** Of a scheduler: the job, in its words. */
  readonly job?: string | undefined;
}

export interface SignOfLife extends Sign {
  readonly isLost: boolean;
  /** Seconds since the last sign. */
  readonly age: number;
}

const folderOf = (directory: string): string => join(directory, 'tasks');
const fileOf = (directory: string, task: number): string =>
  join(folderOf(directory), `${String(task).padStart(5, '0')}.json`);

/** Gives signs of life until it is called. A disk that refuses them stops no work. */
export function startHeartbeat(directory: string, task: number, job: string | undefined): () => void {
  const file = fileOf(directory, task);
  const sign: Sign = { host: hostName(), process: process.pid, job };
  // Written anew, so that the time is that of the file system.
  const write = () => writeFile(file, `${JSON.stringify(sign)}\n`);
  quietly(() => {
    makeFolder(folderOf(directory));
    write();
  });
  const timer = setInterval(() => quietly(write), 1000 * EVERY);
  timer.unref();
  return () => {
    clearInterval(timer);
    quietly(() => isOurs(file, sign) && rmSync(file, { force: true }));
  };
}

/** Where two copies of a task are at work, the later one has written its own. */
const isOurs = (file: string, { host, process }: Sign): boolean => {
  const there = JSON.parse(readFileSync(file, 'utf8'));
  return there.host === host && there.process === process;
};

function quietly(action: () => void): void {
  try {
    action();
  } catch {
    // A sign of life is not worth an error.
  }
}

/** The tasks that are worked on, by their numbers. */
export function signsOfLife(directory: string): Map<number, SignOfLife> {
  const folder = folderOf(directory);
  const names = entriesOf(folder).filter((name) => /^\d+\.json$/.test(name));
  if (names.length === 0) return new Map();
  const now = timeOf(folder);
  return new Map(names.flatMap((name) => signIn(join(folder, name), Number.parseInt(name, 10), now)));
}

function signIn(file: string, task: number, now: number): [number, SignOfLife][] {
  try {
    const age = (now - statSync(file).mtimeMs) / 1000;
    const { host, process, job } = JSON.parse(readFileSync(file, 'utf8')) as Sign;
    return [[task, { host, process, job, age, isLost: age > LOST_AFTER }]];
  } catch {
    // It has ended meanwhile.
    return [];
  }
}

/** Milliseconds by the clock of the file system, which the machines of a cluster share; by our own where nothing may be written. */
function timeOf(folder: string): number {
  const probe = join(folder, `.now-${randomUUID()}`);
  try {
    const descriptor = openSync(probe, 'wx');
    try {
      return fstatSync(descriptor).mtimeMs;
    } finally {
      closeSync(descriptor);
      rmSync(probe, { force: true });
    }
  } catch {
    return Date.now();
  }
}
