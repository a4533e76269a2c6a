/** The input of a user cannot be used; the command line prints the message alone and exits with code 2. */
export class InputError extends Error {
  override readonly name: string = 'InputError';
}

/** A disk refuses or a stored file is damaged, through no fault of the input; the command line prints the message alone and exits with code 1. */
export class StorageError extends Error {
  override readonly name: string = 'StorageError';
}

/** An optional package is not installed; the command line prints the message alone, which says what to install, and exits with code 1. */
export class MissingPackageError extends Error {
  override readonly name: string = 'MissingPackageError';
}

/** The stack of an error followed by those of its causes, which may be of another thread and then come as text. */
export function stackText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? `${error.name}: ${error.message}`;
  return error.cause === undefined ? own : `${own}\ncaused by: ${stackText(error.cause)}`;
}
