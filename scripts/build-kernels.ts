/**
 * Compiles kernels/ (AssemblyScript) to one WebAssembly module and embeds it, base64, in src/wasm/module.generated.ts:
 * one file then serves Node, bundlers and browsers alike, with no path or fetch to configure.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const root = fileURLToPath(new URL('..', import.meta.url));

const result = await asc.main(
  [
    'kernels/index.ts',
    ...['--outFile', 'kernels.wasm', '--baseDir', root, '--runtime', 'stub', '--use', 'abort='],
    ...['-O3', '--noAssert', '--enable', 'simd'],
  ],
  { writeFile: (name, contents) => (name.endsWith('.wasm') ? embed(contents as Uint8Array) : undefined) },
);
if (result.error) {
  console.error(result.stderr.toString() || result.error.message);
  process.exit(1);
}

function embed(wasm: Uint8Array): void {
  const base64 = Buffer.from(wasm).toString('base64');
  const lines = [
    '// Made by scripts/build-kernels.ts from kernels/; not committed.',
    `export const kernelsBase64: string = '${base64}';`,
    '',
  ];
  writeFileSync(`${root}src/wasm/module.generated.ts`, lines.join('\n'));
  console.log(`kernels: ${(wasm.byteLength / 1024).toFixed(1)} kB of WebAssembly`);
}
