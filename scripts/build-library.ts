/**
 * Compiles src/ to dist/, anew, so that nothing of an earlier build is packed: `node scripts/build-library.ts`.
 *
 * Comments stay in the declarations, where editors show them, and leave the code. Of the declarations only those stay that an entry of package.json reaches; nobody could
 * import the others.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import declared from '../package.json' with { type: 'json' };

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DIST = join(ROOT, 'dist');
/** Rooms that no entry of the library reaches: the command is a file of its own, made by build-bundle.ts. */
const OF_THE_COMMAND = ['bench', 'report', 'watch', 'cli'];
const IMPORT = /(?:from|import)\s*\(?\s*['"](\.[^'"]+)\.ts['"]/g;

const entries = Object.values(declared.exports).flatMap((entry) =>
  typeof entry === 'string' ? [] : [join(ROOT, entry.types)],
);

/** The files that declarations import, their own included. */
function reached(files: readonly string[], known = new Set<string>()): Set<string> {
  for (const file of files.filter((name) => !known.has(name))) reached(importsOf(file), known.add(file));
  return known;
}

const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(([, name]) => join(dirname(file), `${name}.d.ts`));

function compile(...options: string[]): void {
  const line = [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', join(ROOT, 'tsconfig.build.json'), ...options];
  execFileSync(process.execPath, line, { stdio: 'inherit' });
}

rmSync(DIST, { recursive: true, force: true });
compile('--removeComments', '--declaration', 'false');
for (const room of OF_THE_COMMAND) rmSync(join(DIST, room), { recursive: true });
compile('--emitDeclarationOnly');
const needed = reached(entries);
for (const name of readdirSync(DIST, { recursive: true, encoding: 'utf8' }))
  if (name.endsWith('.d.ts') && !needed.has(join(DIST, name))) rmSync(join(DIST, name));
