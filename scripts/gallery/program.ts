/** Runs the program and the scripts of examples/ as a reader does, in the root of the checkout. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What the command `spinformer` prints. */
export const spinformer = (...words: string[]): string => printed(['src/cli/main.ts', ...words]);

/** What examples/NAME.ts prints. */
export const outputOf = (name: string): string => printed([`examples/${name}.ts`]);

function printed(words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${words.join(' ')}: ${stderr}`);
  return stdout;
}
