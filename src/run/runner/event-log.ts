/** Events as JSON lines: {"time": "2024-01-01T00:00:00.000Z", "type": "progress", "chain": 1, …}. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { isStandardOutput } from '../store/output.ts';
import { writing } from '../store/trouble.ts';
import type { EventListener, RunEvent } from './events.ts';

export interface EventLog {
  readonly tell: EventListener;
  close(): void;
}

/** Appends to `file`, "-" being standard output, a line per event, so that several attempts follow each other. Throws InputError when it cannot be written. */
export function openEventLog(file: string): EventLog {
  if (isStandardOutput(file)) return standardOutputLog();
  const descriptor = writing(file, () => openSync(file, 'a'));
  return {
    tell(event) {
      writing(file, () => writeSync(descriptor, lineOf(event)));
    },
    close: () => closeSync(descriptor),
  };
}

function standardOutputLog(): EventLog {
  return {
    tell: (event) => void process.stdout.write(lineOf(event)),
    close() {},
  };
}

const lineOf = (event: RunEvent): string => `${JSON.stringify({ time: new Date().toISOString(), ...event })}\n`;
