/** How commands end when something goes wrong. */
import { CommanderError } from 'commander';
import { InputError } from '../errors.ts';

const FAILED = 1;
const WRONG_INPUT = 2;

/** Says on standard error what happened, without a stack trace unless SPINFORMER_DEBUG is set, and returns the exit code. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_INPUT;
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const wrongInput = error instanceof InputError;
  const hint = wrongInput ? '' : '\nThis is a fault of spinformer; SPINFORMER_DEBUG=1 shows where.';
  process.stderr.write(process.env.SPINFORMER_DEBUG ? `${stack}\n` : `${message}${hint}\n`);
  return wrongInput ? WRONG_INPUT : FAILED;
}

/** A reader that leaves early (`| head`) ends the command quietly; any other trouble with the output is a failure. */
export function watchOutput(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    process.stderr.write(`cannot write the output: ${error.message}\n`);
    process.exit(FAILED);
  });
}
