/** Memory that is used up, in words: neither the input nor spinformer is at fault, but the machine is too small. */
import { StorageError } from '../errors.ts';

/** What engines say of arrays and heaps that the machine has no room for. */
const WORDS = /allocation failed|invalid (typed )?array length|(map|set) maximum size exceeded|out of memory/i;

/** A StorageError in place of an error that is one of memory; every other error as it is. */
export function explainMemory(error: unknown): unknown {
  if (!(error instanceof Error) || !isOfMemory(error)) return error;
  const words = 'there is not enough memory: choose a smaller lattice, fewer workers (--workers 1) or a larger machine';
  return new StorageError(`${words} (${error.message})`, { cause: error });
}

function isOfMemory(error: Error): boolean {
  if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') return true;
  return error instanceof RangeError && WORDS.test(error.message);
}
