/** A study directory: STUDY/points.json lists its points, STUDY/points/NAME/ is the ordinary run directory of one of them. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { InputError, StorageError } from '../errors.ts';
import type { StudyPoint, SweptValue } from '../spec/study.ts';
import { writeFile } from './files.ts';
import { pointsFolder, resolvedFile } from './paths.ts';
import { reading } from './trouble.ts';

/** A point as the directory lists it. */
export type ListedPoint = Pick<StudyPoint, 'name' | 'values'>;

/** What points.json holds. */
export interface StudyList {
  /** Swept keys, as the spec writes them: `model.temperature`. */
  readonly keys: readonly string[];
  readonly points: readonly ListedPoint[];
}

/** A study in its directory. */
export interface StoredStudy extends StudyList {
  readonly directory: string;
}

/** Version of points.json. */
const SCHEMA = 1;
const REMEDY = 'run the spec of the study again, which writes it anew';

const listFile = (directory: string): string => join(directory, 'points.json');

/** The run directory of a point. */
export const pointDirectory = (directory: string, name: string): string => join(pointsFolder(directory), name);

/** Whether there is a study in a directory, be it without its list of points. */
export const isStudy = (directory: string): boolean => existsSync(listFile(directory)) || isResolvedStudy(directory);

/** A run has [run] there. */
function isResolvedStudy(directory: string): boolean {
  try {
    return /^\[study\]$/m.test(readFileSync(resolvedFile(directory), 'utf8'));
  } catch {
    return false;
  }
}

/** Whether a directory holds a study, and not a run. Throws InputError where it holds neither. */
export function holdsStudy(directory: string): boolean {
  const isOne = isStudy(directory);
  if (isOne || existsSync(resolvedFile(directory))) return isOne;
  const stats = statSync(directory, { throwIfNoEntry: false });
  const reason = stats?.isDirectory() ? 'no resolved.toml in it' : `no such directory${stats ? ': it is a file' : ''}`;
  throw new InputError(`${directory}: expected the directory of a run or a study, but there is ${reason}`);
}

/** Lists the points of a study; those that were listed before and are no longer stay on disk. Throws as writeFile. */
export function writeStudyList(directory: string, { keys, points }: StudyList): void {
  const listed = points.map(({ name, values }): ListedPoint => ({ name, values }));
  writeFile(listFile(directory), `${JSON.stringify({ schema: SCHEMA, keys, points: listed }, undefined, 1)}\n`);
}

/** The study in a directory. Throws InputError where there is none, StorageError where its list is damaged. */
export function openStudy(directory: string): StoredStudy {
  const file = listFile(directory);
  if (!isStudy(directory))
    throw new InputError(`${directory}: expected the directory of a study, but there is no points.json in it`);
  if (!existsSync(file)) throw new StorageError(`${file}: missing: ${REMEDY}`);
  const text = reading(file, 'expected the points of a study to read', () => readFileSync(file, 'utf8'));
  const list = parse(text);
  if (!list) throw new StorageError(`${file}: truncated or damaged: ${REMEDY}`);
  return { directory, keys: list.keys, points: list.points };
}

/** Throws InputError for a directory inside of a study, where everything would be taken for its points. */
export function requireOutsideOfStudies(directory: string): void {
  for (let at = resolve(directory); dirname(at) !== at; at = dirname(at)) {
    const study = dirname(dirname(at));
    if (basename(dirname(at)) === basename(pointsFolder('')) && isStudy(study))
      throw new InputError(`${directory}: is among the points of the study in ${study}: choose another directory`);
  }
}

function parse(text: string): StudyList | undefined {
  try {
    const { schema, keys, points } = JSON.parse(text) as StudyList & { readonly schema: number };
    const isList = schema === SCHEMA && Array.isArray(keys) && Array.isArray(points) && points.every(isPoint);
    return isList ? { keys, points } : undefined;
  } catch {
    return undefined;
  }
}

const isPoint = ({ name, values }: { readonly name: unknown; readonly values: Record<string, SweptValue> }): boolean =>
  typeof name === 'string' && typeof values === 'object' && values !== null;
