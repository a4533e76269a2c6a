/** Makes the service worker of a built page: what is in lab/offline/service-worker.js, behind the list of all files and its hash. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const SOURCE = new URL('./service-worker.js', import.meta.url);
/** Copied as they are. */
const PUBLIC = new URL('../public/', import.meta.url);

export const serviceWorker = (): Plugin => ({
  name: 'service-worker',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const copied = readdirSync(PUBLIC);
      const hash = createHash('sha256');
      for (const file of Object.values(bundle))
        hash.update(file.fileName).update(file.type === 'chunk' ? file.code : file.source);
      for (const name of copied) hash.update(readFileSync(new URL(name, PUBLIC)));
      const files = [...Object.keys(bundle), ...copied].sort();
      const head = `const FILES = ${JSON.stringify(files)};\nconst VERSION = '${hash.digest('hex').slice(0, 16)}';\n`;
      this.emitFile({ type: 'asset', fileName: 'service-worker.js', source: head + readFileSync(SOURCE, 'utf8') });
    },
  },
});
