/** Which file of src/ imports which. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Modules that are imported, at once or when they are needed, or run in a process of their own. */
const IMPORT = /(?:(?:from|import)\s*\(?|new URL\()\s*'([^']+)'/g;

/** The imports of every file of a folder, relative to it: its own files the same way, all others as they are written. */
export function importsOfSources(folder = 'src'): Map<string, readonly string[]> {
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  return new Map(files.map((file) => [file, importsOf(folder, file)]));
}

function importsOf(folder: string, file: string): string[] {
  const text = readFileSync(join(ROOT, folder, file), 'utf8');
  return [...text.matchAll(IMPORT)].map(([, name]) =>
    name.startsWith('.') ? normalize(join(dirname(file), name)) : name,
  );
}

/** Files that reach themselves, in the order in which they do; none where imports have no cycle. */
export function cycleIn(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): string[] => {
    if (path.includes(file)) return path.slice(path.indexOf(file));
    if (done.has(file)) return [];
    path.push(file);
    for (const next of imports.get(file) ?? []) {
      const cycle = visit(next);
      if (cycle.length > 0) return cycle;
    }
    path.pop();
    done.add(file);
    return [];
  };
  for (const file of imports.keys()) {
    const cycle = visit(file);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
