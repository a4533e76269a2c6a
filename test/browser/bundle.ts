/** The computations as a script for a page, where they are `spinformerTest.COMPUTATIONS`. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export async function bundle(): Promise<string> {
  const entry = fileURLToPath(new URL('./computations.ts', import.meta.url));
  const options = { bundle: true, format: 'iife', globalName: 'spinformerTest', write: false } as const;
  const { outputFiles } = await build({ entryPoints: [entry], ...options });
  return outputFiles[0].text;
}
