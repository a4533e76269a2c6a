/** The thread that looks at a directory again and again; the server beside it answers meanwhile. It says a state, as JSON, when that has changed. */
import { parentPort } from 'node:worker_threads';
import { taskOfWorker } from '../runner/runner.ts';
import { follow } from './follower.ts';
import type { Depth } from './run-follower.ts';

/** Milliseconds between looks at least and at most; in between, so many times as long as a look lasts there is none. What is dear in a look has a ration of its own. */
const INTERVAL = 500;
const LONGEST_INTERVAL = 5000;
const REST = 20;

export interface FollowTask {
  readonly directory: string;
  readonly patience?: number | undefined;
}

const { directory, patience } = taskOfWorker<FollowTask>();
const follower = follow(directory, patience === undefined ? {} : { patience });
let last: string | undefined;

function look(depth?: Depth): void {
  const state = follower.look(depth);
  const text = state && JSON.stringify(state);
  if (text !== undefined && text !== last) parentPort?.postMessage(text);
  last = text ?? last;
}

function lookOn(): void {
  const began = performance.now();
  look();
  setTimeout(lookOn, Math.min(LONGEST_INTERVAL, Math.max(INTERVAL, REST * (performance.now() - began))));
}

// Whoever ends the thread asks for the last state that there is.
parentPort?.on('message', () => {
  look();
  process.exit();
});
// What is cheap is shown at once, and the samples of a long run some seconds later.
look('glance');
lookOn();
