/** The end of a command whose output nobody reads any more. */

const FAILED = 1;
/** The reader of a pipe has left; a terminal is gone. */
const UNHEARD = new Set(['EPIPE', 'EIO']);

let isWorking = false;

/**
 * Lets the command come to its end whatever becomes of its output: its results are in files, and no sample may be lost because a reader
 * has left.
 */
export function workUnheard(): void {
  isWorking = true;
}

/** A reader that leaves early (`| head`) ends the command quietly, unless it works for files; any other trouble with the output is a failure. */
export function watchOutput(): void {
  process.stdout.on('error', onTrouble);
  // What happens is told there, and nothing depends on it.
  process.stderr.on('error', () => {});
}

function onTrouble(error: NodeJS.ErrnoException): void {
  const isUnheard = UNHEARD.has(error.code ?? '');
  if (!isUnheard) {
    process.stderr.write(`cannot write the output: ${error.message}\n`);
    process.exitCode = FAILED;
  }
  if (!isWorking) process.exit(isUnheard ? 0 : FAILED);
}
