/** The committed part of a database within a transaction, whose writer may be at work or dead. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from './sqlite.ts';
import { isUnderWay, journalOf, standingOf } from './standing.ts';
import { writing } from './trouble.ts';

/**
 * The result of `read` on a copy in which SQLite has undone the transaction; the file itself is left alone, since its writer may be alive.
 *
 * Undefined when file or journal changed meanwhile: try again. The journal holds every page that the transaction overwrites before it is
 * overwritten, so a copy made while the journal stays the same becomes, rolled back, what it was before.
 */
export function withRolledBackCopy<T>(file: string, read: (path: string) => T): { readonly result: T } | undefined {
  const folder = writing(tmpdir(), () => mkdtempSync(join(tmpdir(), 'spinformer-')));
  try {
    const copy = join(folder, 'segment.sqlite');
    if (!copied(file, copy)) return undefined;
    if (isUnderWay(copy)) rollBack(copy);
    return { result: read(copy) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Copies file and journal. False where they changed meanwhile. */
function copied(file: string, copy: string): boolean {
  const before = { journal: contentsOfJournal(file), standing: standingOf(file) };
  copyFileSync(file, copy);
  const after = { journal: contentsOfJournal(file), standing: standingOf(file) };
  writeFileSync(journalOf(copy), after.journal);
  return after.journal.equals(before.journal) && after.standing === before.standing;
}

const NO_BYTES = Buffer.alloc(0);

function contentsOfJournal(file: string): Buffer {
  try {
    return readFileSync(journalOf(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return NO_BYTES;
    throw error;
  }
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
