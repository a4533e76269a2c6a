/** Signals, and the end of the time that a command has, as a request to stop. */

/** The exit code of a command that was interrupted after it had written its checkpoints. */
export const INTERRUPTED = 130;

/** The last is what schedulers send before the time of a job is over. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGUSR1'] as const;
/** Milliseconds; a timer takes no more. */
const LONGEST = 2 ** 31 - 1;

export interface Interruption {
  readonly signal: AbortSignal;
  /** Leaves signals to others again. */
  close(): void;
}

/**
 * The first signal aborts; the second ends the process at once, which costs what came after the last checkpoint.
 *
 * To be closed after the run. `seconds`: after which it aborts by itself.
 */
export function interruptionBySignals(seconds = Infinity): Interruption {
  const controller = new AbortController();
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(INTERRUPTED);
    controller.abort();
  };
  for (const name of SIGNALS) process.on(name, onSignal);
  const timer = setTimeout(() => controller.abort(), Math.min(1000 * seconds, LONGEST));
  if (seconds === Infinity) clearTimeout(timer);
  return {
    signal: controller.signal,
    close() {
      clearTimeout(timer);
      for (const name of SIGNALS) process.off(name, onSignal);
    },
  };
}
