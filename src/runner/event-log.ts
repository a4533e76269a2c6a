/** Events as JSON lines: {"time": "2024-01-01T00:00:00.000Z", "type": "progress", "chain": 1, …}. */
import { closeSync, fstatSync, openSync, readSync, writeFileSync } from 'node:fs';
import { isStandardOutput } from '../store/output.ts';
import { writing } from '../store/trouble.ts';

export interface EventLog {
  readonly tell: (event: object) => void;
  close(): void;
}

/**
 * Appends to `file`, "-" being standard output, a line per event, so that several attempts follow each other; a pipe whose reader has closed it gets nothing
 * more.
 *
 * Throws InputError or StorageError when it cannot be written.
 */
export function openEventLog(file: string): EventLog {
  if (isStandardOutput(file)) return standardOutputLog();
  const descriptor = writing(file, () => openSync(file, 'a'));
  let isHeard = true;
  const append = (text: string) => {
    try {
      // Unlike writeSync, it writes all of the text.
      writeFileSync(descriptor, text);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
      isHeard = false;
    }
  };
  if (writing(file, () => isTorn(file, descriptor))) writing(file, () => append('\n'));
  return {
    tell(event) {
      if (isHeard) writing(file, () => append(lineOf(event)));
    },
    close: () => closeSync(descriptor),
  };
}

/** Whether an attempt before this one was killed within its last line. */
function isTorn(file: string, descriptor: number): boolean {
  const about = fstatSync(descriptor);
  if (!about.isFile() || about.size === 0) return false;
  const last = Buffer.alloc(1);
  const reader = openSync(file, 'r');
  try {
    readSync(reader, last, 0, 1, about.size - 1);
  } finally {
    closeSync(reader);
  }
  return last.toString() !== '\n';
}
function standardOutputLog(): EventLog {
  return {
    tell: (event) => void process.stdout.write(lineOf(event)),
    close() {},
  };
}

const lineOf = (event: object): string => `${JSON.stringify({ time: new Date().toISOString(), ...event })}\n`;
