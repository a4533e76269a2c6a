/** How far a run or a study is, with its tasks where these were listed. */
import { availableParallelism } from 'node:os';
import { placesOf } from '../cluster/places.ts';
import { queuedTasks } from '../cluster/submitted-jobs.ts';
import { readTasks } from '../cluster/task.ts';
import { type TaskState, taskStates } from '../cluster/task-states.ts';
import { InputError, StorageError } from '../errors.ts';
import { statusCounts } from '../results/study/status-words.ts';
import { openRun, type Run } from '../store/store.ts';
import { holdsStudy, openStudy, type StoredStudy } from '../store/study.ts';
import { queueWords, withQueue } from './queue-words.ts';
import { runStanding, secondsLeftOfRun } from './run-time-left.ts';
import { statusText } from './status.ts';
import { leftTexts, pointsOf, type StatusLines, studyStatusLines } from './study-status.ts';
import { secondsLeft } from './study-time-left.ts';
import { taskCounts, workersTable } from './task-table.ts';

export interface DirectoryStatus {
  /** For people: lines and tables. */
  readonly text: string;
  /** The same in a line. */
  readonly line: string;
  /** Whether nothing is left that is not done or has failed. */
  readonly isOver: boolean;
}

/** The status of a directory as it is now. Throws InputError where it holds neither a run nor a study. */
export function directoryStatus(directory: string): DirectoryStatus {
  const tasks = tasksIn(directory);
  const cores = tasks.workers || availableParallelism();
  const found = holdsStudy(directory) ? studyStatus(openStudy(directory), cores) : runStatus(openRun(directory), cores);
  const { head, rest, summary, isOver } = found;
  return {
    text: `${[...head, ...tasks.lines, ...rest, ...tasks.table].join('\n')}\n`,
    line: [...summary, ...tasks.lines].join('; '),
    isOver: isOver && tasks.workers === 0,
  };
}

interface Found extends StatusLines {
  readonly summary: readonly string[];
  readonly isOver: boolean;
}

function studyStatus(study: StoredStudy, cores: number): Found {
  const points = pointsOf(study);
  const samples = points.reduce((sum, point) => sum + point.samples, 0);
  return {
    ...studyStatusLines(study, cores, points),
    summary: [
      statusCounts(points),
      `${samples} samples`,
      ...leftTexts(secondsLeft(study.directory, points, cores), cores),
    ],
    isOver: points.every(({ status }) => status === 'done' || status === 'failed'),
  };
}

function runStatus(run: Run, cores: number): Found {
  const standing = runStanding(run);
  const { samples, wanted } = standing;
  const left = leftTexts(secondsLeftOfRun(standing, cores), cores);
  const done = samples.filter((count) => count >= wanted).length;
  const sum = samples.reduce((total, count) => total + count, 0);
  return {
    head: [statusText(run).trimEnd(), ...left],
    rest: [],
    summary: [`${done} of ${samples.length} chains done`, `${sum} of ${samples.length * wanted} samples`, ...left],
    isOver: done === samples.length,
  };
}

/** The tasks of a directory in the middle of its jobs, for the end of a report: nothing where none was listed, and where all but the report is done. */
export function openTasksText(directory: string): string {
  const { lines, table, isDone } = tasksIn(directory);
  return isDone ? '' : `\n${[...lines, ...table].join('\n')}\n`;
}

interface FoundTasks {
  /** Whether all but the report is done, or nothing was listed. */
  readonly isDone: boolean;
  readonly lines: readonly string[];
  readonly table: readonly string[];
  /** How many are worked on. */
  readonly workers: number;
}

const NO_TASKS: FoundTasks = { isDone: true, lines: [], table: [], workers: 0 };

/** Of a directory that cannot be read to its end, the rest is worth telling all the same. */
function tasksIn(directory: string): FoundTasks {
  try {
    const tasks = readTasks(directory);
    return tasks.length === 0 ? NO_TASKS : toldTasks(directory, taskStates(directory, placesOf(directory), tasks));
  } catch (error) {
    if (!(error instanceof InputError || error instanceof StorageError)) throw error;
    return { isDone: false, lines: [`tasks: ${error.message}`], table: [], workers: 0 };
  }
}

function toldTasks(directory: string, states: readonly TaskState[]): FoundTasks {
  const queue = queuedTasks(directory);
  const known = withQueue(states, queue);
  return {
    lines: [taskCounts(known), ...queueWords(directory, known, queue)],
    table: workersTable(known),
    workers: known.filter(({ state }) => state === 'running').length,
    isDone: known.every(({ task, state }) => state === 'done' || task.kind === 'report'),
  };
}
