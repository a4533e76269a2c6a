/**
 * Makes dist/spinformer.mjs, or the file that is named, of the command: a start reads it and nothing else of the program, where the files of a network file system are slow to open.
 *
 * Modules of Node are had when a part of the program asks for them: static imports of newer ones would fail in an old Node before it is told that it is too old.
 */
import { chmodSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import declared from '../package.json' with { type: 'json' };

const OUT = process.argv[2] ?? fileURLToPath(new URL('../dist/spinformer.mjs', import.meta.url));
const { version, description, engines, devDependencies } = declared;
const optional = Object.keys(declared.peerDependencies);
const tested = Object.fromEntries(
  optional.map((name) => [name, devDependencies[name as keyof typeof devDependencies]]),
);

const builtins: Plugin = {
  name: 'builtins',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[a-z]/ }, ({ path }) => (isBuiltin(path) ? { path, namespace: 'builtin' } : undefined));
    onLoad({ filter: /./, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule?.(${JSON.stringify(path)})`,
    }));
  },
};

await build({
  entryPoints: [fileURLToPath(new URL('../src/cli/bundled.ts', import.meta.url))],
  outfile: OUT,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node22',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'external',
  external: optional,
  plugins: [builtins],
  banner: { js: '#!/usr/bin/env node' },
  // Nothing else says to those who look at the text that this is a module.
  footer: { js: 'export {};' },
  define: { BUNDLED_PACKAGE: JSON.stringify({ version, description, engines, devDependencies: tested }) },
});
chmodSync(OUT, 0o755);
