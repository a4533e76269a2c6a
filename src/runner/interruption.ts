/** SIGINT and SIGTERM as a request to stop. */

/** The exit code of a command that was interrupted after it had written its checkpoints. */
export const INTERRUPTED = 130;

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

export interface Interruption {
  readonly signal: AbortSignal;
  /** Leaves signals to others again. */
  close(): void;
}

/**
 * The first signal aborts; the second ends the process at once, which costs what came after the last checkpoint.
 *
 * To be closed after the run.
 */
export function interruptionBySignals(): Interruption {
  const controller = new AbortController();
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(INTERRUPTED);
    controller.abort();
  };
  for (const name of SIGNALS) process.on(name, onSignal);
  return {
    signal: controller.signal,
    close() {
      for (const name of SIGNALS) process.off(name, onSignal);
    },
  };
}
