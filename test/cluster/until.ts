/** Waiting for what other processes do. */
import { setTimeout as pauseFor } from 'node:timers/promises';

const PAUSE = 200;

/** Far beyond what a slow machine takes: what has not come by then will not come, and the rest of the tests should not wait for it. */
const LIMIT = 1_200_000;

/** Looks again and again until `condition` holds. Throws Error with `what` was waited for, if that takes beyond all measure. */
export async function until(what: string, condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + LIMIT;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`waited ${LIMIT / 1000} s in vain until ${what}`);
    await pauseFor(PAUSE);
  }
}
