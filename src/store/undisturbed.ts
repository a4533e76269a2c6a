/** Reading a database beside its writer, with no lock: what was read while the file changed is read again. */
import { StorageError } from '../errors.ts';
import { withRolledBackCopy } from './rolled-back-copy.ts';
import { standingOf } from './standing.ts';

/** Attempts to read the file itself; a copy is made faster than much is read. */
const IN_PLACE = 3;
/** A writer commits every few seconds, so that one of these attempts falls between two commits on any disk that can be worked with. */
const ATTEMPTS = 100;

/**
 * The result of `read`, which gets the path of the file or of a copy, and may be called more than once; only its last call counts, also where it throws. The file is never opened for writing:
 * a reader would take back the transaction of a writer that it takes for dead.
 */
export function readUndisturbed<T>(file: string, read: (path: string) => T): T {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const standing = attempt <= IN_PLACE ? standingOf(file) : undefined;
    if (standing === undefined) {
      const copied = withRolledBackCopy(file, read);
      if (copied) return copied.result;
      continue;
    }
    const outcome = attempted(() => read(file));
    if (standingOf(file) === standing) return outcome();
  }
  throw new StorageError(`${file}: changes faster than it can be read: try again`);
}

/** What an action gives, or throws, told later. */
function attempted<T>(action: () => T): () => T {
  try {
    const result = action();
    return () => result;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}
