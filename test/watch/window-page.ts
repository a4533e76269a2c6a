/** A window as `spinformer watch` opens it, with a page that is built for the tests. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Asset, readAssets } from '../../src/watch/assets.ts';
import type { FollowTask } from '../../src/watch/follow-thread.ts';
import { servePage } from '../../src/watch/server.ts';
import { watched } from '../../src/watch/watched.ts';

const VITE = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url));
const CONFIG = fileURLToPath(new URL('../../lab/vite.config.ts', import.meta.url));

export function buildPage(): ReadonlyMap<string, Asset> {
  const outDir = mkdtempSync(join(tmpdir(), 'spinformer-window-'));
  const line = [VITE, 'build', '-c', CONFIG, '--logLevel', 'error', '--outDir', outDir, '--emptyOutDir'];
  execFileSync(process.execPath, line, { env: { ...process.env, NODE_ENV: 'production' }, stdio: 'inherit' });
  return readAssets(outDir);
}

export async function windowOn(task: FollowTask, assets: ReadonlyMap<string, Asset>, port = 0) {
  const { answer, close } = watched(task);
  const server = await servePage({ assets, host: '127.0.0.1', port, answer });
  return {
    url: `${server.url}#watch`,
    port: Number(new URL(server.url).port),
    async close() {
      await close();
      await server.close();
    },
  };
}
