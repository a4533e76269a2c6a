/** The threads that follow a directory, and those points of a study that somebody looks at. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Worker } from 'node:worker_threads';
import { newThread } from '../runner/new-thread.ts';
import { workerModule } from '../runner/runner.ts';
import { isStudy, openStudy, pointDirectory } from '../store/study.ts';
import { end } from './answers.ts';
import { createStream, type Stream } from './events.ts';
import type { FollowTask } from './follow-thread.ts';
import type { Answer } from './server.ts';

/** Streams that are open at once. */
const MOST_STREAMS = 64;
/** Points of a study that are followed at once, each by a thread. */
const MOST_POINTS = 8;

interface Followed {
  readonly stream: Stream;
  readonly thread: Worker;
  readonly ended: Promise<void>;
  listeners: number;
}

export interface Watched {
  readonly answer: Answer;
  close(): Promise<void>;
}

export function watched({ directory, patience }: FollowTask): Watched {
  const followed = new Map<number, Followed>();
  let streams = 0;

  /** `point`: its number from 1; 0 for the directory itself. */
  const begin = (point: number, place: string): Followed => {
    const task: FollowTask = { directory: place, patience };
    const thread = newThread(workerModule('follow-thread', import.meta.url), task);
    const ended = new Promise<void>((resolve) => thread.on('exit', () => resolve()));
    const one = { stream: createStream(), thread, ended, listeners: 0 };
    one.thread.on('message', (state: string) => one.stream.publish(state));
    // What goes wrong in it must not end a run that has this window beside it.
    one.thread.on('error', ({ message }) => one.stream.publish(failure(message)));
    followed.set(point, one);
    return one;
  };

  const leave = async (point: number) => {
    const one = followed.get(point);
    if (!one) return;
    followed.delete(point);
    one.thread.postMessage('end');
    await one.ended;
    one.stream.close();
  };

  const listen = (request: IncomingMessage, response: ServerResponse, point: number, place: string) => {
    const one = followed.get(point) ?? begin(point, place);
    one.listeners++;
    streams++;
    one.stream.listen(request, response, () => {
      one.listeners--;
      streams--;
      // The directory itself stays known: whoever comes back to its page need not wait until everything is read again.
      if (one.listeners === 0 && point !== 0) void leave(point);
    });
  };

  return {
    answer(request, response, path) {
      if (path !== '/events') return false;
      const point = pointIn(request);
      const place = point === undefined ? undefined : placeOf(directory, point);
      const isFull = streams >= MOST_STREAMS || (!followed.has(point ?? 0) && followed.size > MOST_POINTS);
      if (point === undefined || place === undefined) end(response, 404, 'not found');
      else if (request.method === 'HEAD') end(response, 405, 'expected GET');
      else if (isFull) end(response, 503, 'too many windows are open', { 'Retry-After': '10' });
      else listen(request, response, point, place);
      return true;
    },
    async close() {
      await Promise.all([...followed.keys()].map(leave));
    },
  };
}

/** `/events?point=3` has 3, and `/events` 0; undefined for anything else. */
function pointIn({ url = '' }: IncomingMessage): number | undefined {
  const query = url.split('?').slice(1).join('?');
  if (query === '') return 0;
  const digits = /^point=(\d{1,6})$/.exec(query)?.[1];
  return digits === undefined || Number(digits) === 0 ? undefined : Number(digits);
}

/** A point is looked up in the list of the study: a request names no file. */
function placeOf(directory: string, point: number): string | undefined {
  if (point === 0) return directory;
  try {
    const listed = isStudy(directory) ? openStudy(directory).points[point - 1] : undefined;
    return listed && pointDirectory(directory, listed.name);
  } catch {
    return undefined;
  }
}

const failure = (message: string): string =>
  JSON.stringify({ kind: 'trouble', name: '', health: { condition: 'failed', message } });
