/** Tasks as shares of jobs, for schedulers that take arrays of jobs. */
import type { TaskState } from './task-states.ts';

/** A job array: the tasks of each of its elements, as `--task` takes them. */
export interface JobArray {
  /** A word for names of files and jobs. */
  readonly name: string;
  readonly shares: readonly string[];
  /** Whether an element waits for the element of the same number of `learning`. */
  readonly isAfterLearning: boolean;
}

/**
 * The tasks that are not done as arrays: learning, then an array for each number of a chain, whose elements are the same points as those of the learning. Where nothing is left to be learned, all chains are one array.
 *
 * `perJob`: tasks of an element, at least. `most`: elements of an array.
 */
export function jobArrays(states: readonly TaskState[], perJob: number, most: number): JobArray[] {
  const open = states.filter(({ state }) => state !== 'done');
  const learning = open.filter(({ task }) => task.kind === 'learn');
  const chains = open.filter(({ task }) => task.kind === 'chain');
  if (learning.length === 0) return arrayOf('chains', packed(chains, perJob, most), false);
  const learnt = packed(learning, perJob, most);
  const numbers = [...new Set(chains.map(chainOf))].sort((a, b) => a - b);
  return [
    ...arrayOf('learning', learnt, false),
    ...numbers.flatMap((number) => {
      const ofNumber = chains.filter((state) => chainOf(state) === number);
      return alongside(learnt, ofNumber, `chains-${number}`, perJob, most);
    }),
  ];
}

/** The chains of the points of a learning, element by element; those of points that have learned are an array of their own. */
function alongside(
  learnt: readonly TaskState[][],
  chains: readonly TaskState[],
  name: string,
  perJob: number,
  most: number,
): JobArray[] {
  const elements = learnt.map((states) =>
    chains.filter((chain) => states.some((state) => pointOf(state) === pointOf(chain))),
  );
  const others = chains.filter((chain) => !elements.some((element) => element.includes(chain)));
  return [...arrayOf(name, elements, true), ...arrayOf(`${name}-of-others`, packed(others, perJob, most), false)];
}

function packed(states: readonly TaskState[], perJob: number, most: number): TaskState[][] {
  const size = Math.max(perJob, Math.ceil(states.length / most));
  return Array.from({ length: Math.ceil(states.length / size) }, (_, k) => states.slice(k * size, (k + 1) * size));
}

const arrayOf = (name: string, elements: readonly (readonly TaskState[])[], isAfterLearning: boolean): JobArray[] =>
  elements.some((element) => element.length > 0)
    ? [{ name, shares: elements.map((element) => numbersText(element.map(({ number }) => number))), isAfterLearning }]
    : [];

/** As 3,7-9. */
function numbersText(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(',');
}

const chainOf = ({ task }: TaskState): number => (task.kind === 'chain' ? task.chain : 0);
const pointOf = ({ task }: TaskState): string | undefined => (task.kind === 'report' ? undefined : task.point);
