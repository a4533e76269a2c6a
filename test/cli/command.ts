/** Runs the command as a user does: a child process. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export function spinformer(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['claims/main.ts', ...args], {
    cwd: root,
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}
