/** What a validation has computed so far: a file with a line of JSON per result, [key, value], written as they come. */
import { appendFileSync, existsSync, readFileSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '../../src/store/files.ts';

export interface State {
  readonly has: (key: string) => boolean;
  /** The result of a key; undefined where there is none. What was not a number is null. */
  readonly get: (key: string) => unknown;
  readonly put: (key: string, value: unknown) => void;
}

export function openState(file: string): State {
  makeFolder(dirname(file));
  const results = existsSync(file) ? resultsIn(file) : new Map<string, unknown>();
  return {
    has: (key) => results.has(key),
    get: (key) => results.get(key),
    put(key, value) {
      const line = JSON.stringify([key, value]);
      appendFileSync(file, `${line}\n`);
      results.set(key, JSON.parse(line)[1]);
    },
  };
}

/** A kill may have left half a line, which is cut off. */
function resultsIn(file: string): Map<string, unknown> {
  const text = readFileSync(file, 'utf8');
  const complete = text.slice(0, text.lastIndexOf('\n') + 1);
  if (complete.length < text.length) truncateSync(file, Buffer.byteLength(complete));
  const lines = complete.split('\n').slice(0, -1);
  return new Map(lines.map((line, index) => resultOf(line, `${file}:${index + 1}`)));
}

function resultOf(line: string, place: string): [string, unknown] {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new Error(`${place}: expected a result of a validation, found other text: start anew with --fresh`, {
      cause: error,
    });
  }
}
