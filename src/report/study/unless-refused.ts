/** A study that may not be written to is still read. */
import { InputError, StorageError } from '../../errors.ts';

/** Writes what can do without; what cannot be written is said on standard error. */
export async function unlessRefused(write: () => void | Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!(error instanceof InputError || error instanceof StorageError)) throw error;
    process.stderr.write(`${error.message}\n`);
  }
}
