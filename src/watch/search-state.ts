/** How far the search for a chemical potential is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { entriesOf } from '../store/paths.ts';
import { isFolder } from './file-times.ts';
import type { SearchState } from './state.ts';

/** Undefined of a run that searches for none, or has not begun to. A part that cannot be read yet counts later. */
export function searchState(directory: string): SearchState | undefined {
  const folder = join(directory, 'filling');
  const parts = isFolder(folder) ? entriesOf(folder).filter((name) => /^\d+\.json$/.test(name)) : [];
  const last = parts.sort().at(-1);
  if (last === undefined) return undefined;
  try {
    const { task } = JSON.parse(readFileSync(join(folder, last), 'utf8')) as { readonly task: string };
    const { chemicalPotential } = JSON.parse(task) as { readonly chemicalPotential: number };
    return { parts: parts.length, chemicalPotential };
  } catch {
    return undefined;
  }
}
