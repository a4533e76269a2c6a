/** Events as JSON lines: {"time": "2024-01-01T00:00:00.000Z", "type": "progress", "chain": 1, …}. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { writing } from '../store/trouble.ts';
import type { EventListener } from './events.ts';

export interface EventLog {
  readonly tell: EventListener;
  close(): void;
}

/** Appends to `file`, a line per event, so that several attempts follow each other. Throws InputError when it cannot be written. */
export function openEventLog(file: string): EventLog {
  const descriptor = writing(file, () => openSync(file, 'a'));
  return {
    tell(event) {
      const line = JSON.stringify({ time: new Date().toISOString(), ...event });
      writing(file, () => writeSync(descriptor, `${line}\n`));
    },
    close: () => closeSync(descriptor),
  };
}
