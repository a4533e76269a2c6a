/** The identity of the program that computed something, by which cached results are told apart. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface Program {
  readonly version: string;
  /** A hash of the sources that numbers depend on, committed or not. */
  readonly sources: string;
  /** The commit that is checked out; null outside a checkout. */
  readonly commit: string | null;
  /** Whether the sources differ from the commit. */
  readonly isChanged: boolean;
}

const ROOT = new URL('../../', import.meta.url);
/** The folders that numbers are computed with; the compiled kernels are among the files of src/. */
const COMPUTING: readonly string[] = ['src', 'claims/analysis', 'claims/workshop'];
/** Folders of src/ that show numbers and compute none: cached results stay valid when a figure changes. */
export const SHOWING: readonly string[] = ['bench', 'cli', 'report'];

/** The identity of this program; `others` are further folders of sources, relative to the root of the checkout. */
export function thisProgram(others: readonly string[] = []): Program {
  const { version } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8'));
  const hash = createHash('sha256');
  const isWanted = (name: string) => !SHOWING.includes(name);
  const folders = [...COMPUTING, ...others];
  for (const folder of folders) hashFolder(hash, fileURLToPath(new URL(`${folder}/`, ROOT)), isWanted);
  return { version, sources: hash.digest('hex').slice(0, 16), ...commitOf(['kernels', ...folders]) };
}

/** Adds the names and contents of the sources in a folder to the hash, in the order of their names. */
function hashFolder(hash: ReturnType<typeof createHash>, folder: string, isWanted: (name: string) => boolean): void {
  for (const name of sourcesIn(folder, '', isWanted)) hash.update(`${name}\0`).update(readFileSync(folder + name));
}

function sourcesIn(folder: string, within: string, isWanted: (name: string) => boolean): string[] {
  const entries = readdirSync(folder + within, { withFileTypes: true });
  return entries
    .map((entry) => ({ entry, name: within + entry.name }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .filter(({ name }) => isWanted(name))
    .flatMap(({ entry, name }) => {
      if (entry.isDirectory()) return sourcesIn(folder, `${name}/`, isWanted);
      return /(?<!\.d)\.(ts|js|json)$/.test(name) ? [name] : [];
    });
}

function commitOf(folders: readonly string[]): Pick<Program, 'commit' | 'isChanged'> {
  // A copy without git may lie in a checkout of another project.
  const root = git('rev-parse', '--show-toplevel');
  if (root === null || realpathSync(root) !== realpathSync(fileURLToPath(ROOT))) return NO_COMMIT;
  const commit = git('rev-parse', 'HEAD');
  return commit === null ? NO_COMMIT : { commit, isChanged: git('status', '--porcelain', '--', ...folders) !== '' };
}

const NO_COMMIT = { commit: null, isChanged: false };

/** The output of git; null where git is missing or fails. */
function git(...line: string[]): string | null {
  const cwd = fileURLToPath(ROOT);
  // A hook of git sets variables for its own repository, which need not be this one.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
  try {
    return execFileSync('git', line, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trimEnd();
  } catch {
    return null;
  }
}

/** The program in words: its commit and whether it was changed, or the hash of the sources where there is no commit. */
export function programWords({ version, sources, commit, isChanged }: Program): string {
  const changes = isChanged ? ` with changes that are not committed (sources ${sources})` : '';
  return `spinformer ${version}, ${commit === null ? `sources ${sources}` : `commit ${commit}${changes}`}`;
}
