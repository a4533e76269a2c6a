/** The end of a command whose output nobody reads any more. */

const FAILED = 1;
/** Codes of a closed output: the reader of a pipe has ended, or a terminal is gone. */
const CLOSED = new Set(['EPIPE', 'EIO']);

let isWorking = false;

/**
 * Lets the command come to its end even if its output is closed: its results are in files, and no sample may be lost because a reader
 * has left.
 */
export function ignoreClosedOutput(): void {
  isWorking = true;
}

/** A reader that leaves early (`| head`) ends the command quietly, unless it works for files; any other trouble with the output is a failure. */
export function watchOutput(): void {
  process.stdout.on('error', onTrouble);
  // Only progress is written there, and nothing depends on it.
  process.stderr.on('error', () => {});
}

function onTrouble(error: NodeJS.ErrnoException): void {
  const isClosed = CLOSED.has(error.code ?? '');
  if (!isClosed) {
    process.stderr.write(`cannot write the output: ${error.message}\n`);
    process.exitCode = FAILED;
  }
  if (!isWorking) process.exit(isClosed ? 0 : FAILED);
}
