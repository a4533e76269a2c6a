import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './command.ts';

it('runs from anywhere, through a symbolic link, in a folder with spaces', () => {
  const folder = mkdtempSync(join(tmpdir(), 'a folder '));
  try {
    const link = join(folder, 'the command');
    symlinkSync(join(root, 'spinformer'), link);
    const { status, stdout } = spawnSync(link, ['--version'], { cwd: folder, encoding: 'utf8' });
    expect([status, stdout]).toEqual([0, '0.1.0\n']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
