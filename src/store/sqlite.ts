/** SQLite of Node, without the warning that older versions of Node give when it is loaded; every other warning stays. */
import type { DatabaseSync as Database } from 'node:sqlite';

export type { DatabaseSync } from 'node:sqlite';

/** Imports are evaluated before any statement, so one could not silence what they warn of. */
export const openDatabase = (path: string, options: { readonly readOnly?: boolean } = {}): Database =>
  new DatabaseSync(path, options);

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
