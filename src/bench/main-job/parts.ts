/** The parts of a run, by what it tells of itself. */
import type { PartResult } from '../result.ts';

/** A moment of a run, in milliseconds since it was called. */
export interface Moment {
  /** `directory`: it has said where it writes; `exit`: it has ended; otherwise the type of an event. */
  readonly type: string;
  readonly wall: number;
  /** Processor time of all threads so far, where the system tells. */
  readonly processor?: number | undefined;
}

/** What ends each part: the first moment of one of these types. Generations of the training come before trials, which choose how the chains propose, and `start` is that of the chains. */
const ENDS: readonly (readonly [part: string, types: readonly string[]])[] = [
  ['start-up', ['directory']],
  ['training', ['trial', 'trial-progress', 'start']],
  ['choosing', ['start']],
  ['sampling', ['end']],
  ['report', ['exit']],
];

export type TimedPart = Pick<PartResult, 'name' | 'milliseconds' | 'processorMilliseconds'>;

/** The times of all parts in order, and of the whole, `main-job`. Throws Error where the run has not told what ends a part. */
export function partsOf(moments: readonly Moment[]): TimedPart[] {
  const ends = ENDS.map(([part, types]) => {
    const end = moments.find(({ type }) => types.includes(type));
    if (!end) throw new Error(`the run has not told the end of its ${part}`);
    return end;
  });
  const beginning: Moment = { type: 'call', wall: 0, processor: 0 };
  const parts = ENDS.map(([name], k) => timeBetween(name, ends[k - 1] ?? beginning, ends[k]));
  return [...parts, timeBetween('main-job', beginning, ends[ends.length - 1])];
}

function timeBetween(name: string, from: Moment, to: Moment): TimedPart {
  const milliseconds = to.wall - from.wall;
  if (from.processor === undefined || to.processor === undefined) return { name, milliseconds };
  return { name, milliseconds, processorMilliseconds: to.processor - from.processor };
}
