/** The work of a run or a study in pieces that any machine may take, in any order: DIR/tasks.json lists them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StorageError } from '../errors.ts';
import { writeFile } from '../store/files.ts';
import { reading } from '../store/trouble.ts';

/** What is to be done. `point`: of a study; a run has none. */
export type Task =
  /** All that chains need before they begin: the chemical potential of a filling, learned models, how they propose. */
  | { readonly kind: 'learn'; readonly point?: string | undefined }
  | { readonly kind: 'chain'; readonly point?: string | undefined; readonly chain: number }
  | { readonly kind: 'report' };

const SCHEMA = 1;
const listFile = (directory: string): string => join(directory, 'tasks.json');

/** In words, as `chain 2 of temperature=0.1`. */
export function taskWords(task: Task): string {
  if (task.kind === 'report') return 'report';
  const what = task.kind === 'chain' ? `chain ${task.chain}` : 'learning';
  return task.point === undefined ? what : `${what} of ${task.point}`;
}

/** The tasks of a directory by their numbers, from 1; none where they were never listed. Throws StorageError for a damaged list. */
export function readTasks(directory: string): readonly Task[] {
  const file = listFile(directory);
  if (!existsSync(file)) return [];
  const text = reading(file, 'expected the tasks of a directory', () => readFileSync(file, 'utf8'));
  try {
    const { schema, tasks } = JSON.parse(text);
    if (schema === SCHEMA && Array.isArray(tasks)) return tasks;
  } catch {
    // Said below, with what to do.
  }
  throw new StorageError(`${file}: damaged: remove it; "spinformer work ${directory} --list" writes it anew`);
}

/** The tasks of a directory with those that are wanted. The ones that were listed keep their numbers, which jobs may have been submitted with; what is new comes after them. */
export function numberedTasks(directory: string, wanted: readonly Task[]): readonly Task[] {
  const listed = readTasks(directory);
  const known = new Set(listed.map(taskWords));
  return [...listed, ...wanted.filter((task) => !known.has(taskWords(task)))];
}

/** The same, and lists them. */
export function listTasks(directory: string, wanted: readonly Task[]): readonly Task[] {
  const tasks = numberedTasks(directory, wanted);
  if (tasks.length > readTasks(directory).length) writeFile(listFile(directory), textOf(tasks));
  return tasks;
}

/** A task a line. */
const textOf = (tasks: readonly Task[]): string =>
  `{"schema":${SCHEMA},"tasks":[\n${tasks.map((task) => JSON.stringify(task)).join(',\n')}\n]}\n`;
