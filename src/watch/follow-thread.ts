/** The thread that looks at a directory again and again; the server beside it answers meanwhile. It says a state, as JSON, when that has changed. */
import { parentPort, workerData } from 'node:worker_threads';
import { follow } from './follower.ts';

/** Milliseconds between looks, and how many times as long as a look lasts there is none. */
const INTERVAL = 500;
const REST = 20;

export interface FollowTask {
  readonly directory: string;
  readonly patience?: number | undefined;
}

const { directory, patience } = workerData as FollowTask;
const follower = follow(directory, patience === undefined ? {} : { patience });
let last: string | undefined;

function look(): void {
  const began = performance.now();
  const state = follower.look();
  const text = state && JSON.stringify(state);
  if (text !== undefined && text !== last) parentPort?.postMessage(text);
  last = text ?? last;
  setTimeout(look, Math.max(INTERVAL, REST * (performance.now() - began)));
}

look();
