/** How commands end when something goes wrong. */
import { CommanderError } from 'commander';
import { InputError, MissingPackageError, StorageError, stackText } from '../errors.ts';
import { isOfStorage } from '../store/file-reasons.ts';
import { explainMemory } from '../store/memory-trouble.ts';

const FAILED = 1;
const WRONG_INPUT = 2;

/** Errors whose message says what to do. */
const EXPLAINED = [InputError, StorageError, MissingPackageError];

/** Says on standard error what happened, without a stack trace unless SPINFORMER_DEBUG is set, and returns the exit code. */
export function exitCodeOf(thrown: unknown): number {
  if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : WRONG_INPUT;
  const error = explainMemory(thrown);
  process.stderr.write(process.env.SPINFORMER_DEBUG ? `${stackText(error)}\n` : `${explanation(error)}\n`);
  return error instanceof InputError ? WRONG_INPUT : FAILED;
}

function explanation(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const isExplained = EXPLAINED.some((kind) => error instanceof kind) || isOfStorage(error);
  return isExplained ? message : `${message}\nThis is a fault of spinformer; SPINFORMER_DEBUG=1 shows where.`;
}
