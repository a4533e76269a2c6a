/** What commands do while something runs: hear signals, and tell what happens. */
import { interruptionBySignals, openEventLog } from '../../runner/runner.ts';

/** Who listens, and who stops it. */
interface Observer<Told extends readonly [object, ...unknown[]]> {
  readonly tell: (...told: Told) => void;
  readonly interruption: AbortSignal;
}

/** Runs an action with signals heard, and everything told to `show` and to the file of events, where there is one. `seconds`: after which it is stopped as by a signal. */
export async function observed<Told extends readonly [object, ...unknown[]], T>(
  events: string | undefined,
  show: (...told: Told) => void,
  action: (observer: Observer<Told>) => Promise<T>,
  seconds?: number,
): Promise<T> {
  // First: a pipe opens when its reader does, and until then Ctrl-C shall end the command.
  const log = events === undefined ? undefined : openEventLog(events);
  const interruption = interruptionBySignals(seconds);
  const tell = (...told: Told) => {
    log?.tell(told[0]);
    show(...told);
  };
  try {
    return await action({ tell, interruption: interruption.signal });
  } finally {
    log?.close();
    interruption.close();
  }
}
