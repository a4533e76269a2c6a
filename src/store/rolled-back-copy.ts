/** The committed part of a database whose writer was killed within a transaction. */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from './sqlite.ts';
import { writing } from './trouble.ts';

/**
 * The result of `read` on a copy in which SQLite has undone the transaction; the file itself is left alone, since on a network
 * file system its writer may be alive and only its locks be lost.
 *
 * Undefined when the journal changed meanwhile: try again. The journal holds every page that the transaction overwrites before it is
 * overwritten, so a copy made while the journal stays the same becomes, rolled back, what it was before.
 */
export function withRolledBackCopy<T>(file: string, read: (path: string) => T): { readonly result: T } | undefined {
  const folder = writing(tmpdir(), () => mkdtempSync(join(tmpdir(), 'spinformer-')));
  try {
    const copy = join(folder, 'segment.sqlite');
    const journal = journalOf(file);
    copyFileSync(file, copy);
    if (!journal || !journalOf(file)?.equals(journal)) return undefined;
    writeFileSync(`${copy}-journal`, journal);
    rollBack(copy);
    return { result: read(copy) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function journalOf(file: string): Buffer | undefined {
  const journal = `${file}-journal`;
  return existsSync(journal) ? readFileSync(journal) : undefined;
}

/** SQLite does it on the first read of a connection that may write. */
function rollBack(path: string): void {
  const database = openDatabase(path);
  try {
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
  } finally {
    database.close();
  }
}
