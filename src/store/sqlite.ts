/** SQLite of Node, without the warning that older versions of Node give when it is loaded; every other warning stays. */
import type { DatabaseSync as Database } from 'node:sqlite';
import { pathToFileURL } from 'node:url';

export type { DatabaseSync } from 'node:sqlite';

/** SQLite's way to files without locks, https://www.sqlite.org/vfs.html. (`nolock=1` would still ask for one where a journal is left.) */
const UNLOCKED = process.platform === 'win32' ? 'win32-none' : 'unix-none';

/** Opens a database without locks, which a segment, having one writer for ever, does not need, and which many network file systems refuse. */
export function openDatabase(path: string, options: { readonly readOnly?: boolean } = {}): Database {
  const url = pathToFileURL(path);
  url.searchParams.set('vfs', UNLOCKED);
  return new DatabaseSync(url, options);
}

// Imports are evaluated before any statement, so one could not silence what they warn of.
const { DatabaseSync } = withoutItsWarning(() => process.getBuiltinModule('node:sqlite'));

function withoutItsWarning<T>(load: () => T): T {
  const { emitWarning } = process;
  process.emitWarning = ((warning: string | Error, ...rest: unknown[]) => {
    if (!String(warning).startsWith('SQLite is an experimental feature'))
      (emitWarning as (...all: unknown[]) => void).call(process, warning, ...rest);
  }) as typeof emitWarning;
  try {
    return load();
  } finally {
    process.emitWarning = emitWarning;
  }
}
